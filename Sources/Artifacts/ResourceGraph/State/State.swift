import Basics
import HCL

/// What exists by a state: the file of the tool itself (format 4) or what `tofu show -json` prints of it.
package struct State: Sendable {
  package var toolVersion: String
  /// Of the state's history; nil in what `show -json` prints.
  package var lineage: String?
  package var serial: Int?
  package var graph: ResourceGraph

  /// Whether a document looks like a state.
  package static func isState(_ json: JSONValue) -> Bool {
    json["lineage"] != nil || (json["version"]?.integer == 4 && json["resources"] != nil)
      || (json["format_version"] != nil && json["planned_values"] == nil && json["resource_changes"] == nil)
  }

  /// - Throws: `JSONError` for text that is no JSON, `Diagnostic` for JSON that is no state.
  package init(json text: String) throws {
    try self.init(try JSONValue(parsing: text))
  }

  package init(_ json: JSONValue) throws(Diagnostic) {
    toolVersion = json["terraform_version"]?.string ?? ""
    lineage = json["lineage"]?.string
    serial = json["serial"]?.integer
    var resources: [Resource] = []
    if json["lineage"] != nil || json["resources"]?.array != nil {
      guard json["version"]?.integer == 4 else {
        throw Diagnostic(
          code: "state.version", summary: "Unsupported state version",
          detail: "The state has version \(json["version"]?.compact ?? "none"); version 4 can be read.")
      }
      for entry in json["resources"]?.array ?? [] { resources += try StateReader.instances(entry) }
    } else if json["format_version"] != nil, json["planned_values"] == nil {
      // The values are missing where nothing exists yet.
      if let module = json["values"]?["root_module"] { resources = try StateReader.resources(of: module) }
    } else {
      throw Diagnostic(
        code: "state.format", summary: "Not a state",
        detail: "The document is not a state. Make it with: tofu show -json > state.json, or tofu state pull."
      )
    }
    graph = ResourceGraph(resources: StateReader.linked(resources))
  }
}
