import Basics
import HCL

/// A plan as `tofu show -json` prints it.
package struct Plan: Sendable {
  package var formatVersion: String
  package var toolVersion: String
  package var changes: [ResourceChange]
  /// Resources that changed outside, found while planning.
  package var drift: [ResourceChange]
  /// Outputs by name: what their value is before and after.
  package var outputs: [String: (before: Value, after: Value)]
  /// The resources as they will be.
  package var graph: ResourceGraph

  /// - Throws: `JSONError` for text that is no JSON, `Diagnostic` for JSON that is no plan.
  package init(json text: String) throws {
    try self.init(try JSONValue(parsing: text))
  }

  package init(_ json: JSONValue) throws(Diagnostic) {
    guard let version = json["format_version"]?.string else {
      throw Diagnostic(
        code: "plan.format", summary: "Not a plan",
        detail: "The document has no \"format_version\". Make it with: tofu show -json PLANFILE.")
    }
    guard version.hasPrefix("0.") || version.hasPrefix("1.") else {
      throw Diagnostic(
        code: "plan.version", summary: "Unsupported plan version",
        detail: "The document has format version \(version); versions 0 and 1 can be read.")
    }
    formatVersion = version
    toolVersion = json["terraform_version"]?.string ?? ""
    changes = (json["resource_changes"]?.array ?? []).compactMap(PlanReader.change)
    drift = (json["resource_drift"]?.array ?? []).compactMap(PlanReader.change)
    outputs = [:]
    for member in json["output_changes"]?.object ?? [] {
      outputs[member.key] = (
        Value(member.value["before"] ?? .null),
        PlanReader.merged(member.value["after"] ?? .null, mask: member.value["after_unknown"])
      )
    }
    graph = PlanReader.graph(json, changes: changes)
  }
}
