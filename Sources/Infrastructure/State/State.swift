import Basics
import HCL

/// A state: the file itself in version 4, or what `tofu show -json` prints of one.
package struct State: Sendable {
  /// The resources that exist.
  package let graph: ResourceGraph

  /// Whether a document looks like a state.
  package static func isState(_ json: JSONValue) -> Bool {
    json["lineage"] != nil || (json["version"]?.integer == 4 && json["resources"] != nil)
      || json["values"] != nil
  }

  /// - Throws: `Diagnostic` for a document that is no state, or one of another version.
  package init(_ json: JSONValue) throws(Diagnostic) {
    if let root = json["values"]?["root_module"] {
      var resources: [Resource] = []
      Self.collect(root, into: &resources)
      graph = ResourceGraph(resources: resources)
      return
    }
    guard let version = json["version"]?.integer, let entries = json["resources"]?.array else {
      throw Diagnostic(
        code: "state.format", summary: "Not a state",
        detail: "The document has neither \"values\" nor \"version\" and \"resources\".")
    }
    guard version == 4 else {
      throw Diagnostic(
        code: "state.version", summary: "Unsupported state version",
        detail: "The document has version \(version); version 4 can be read.")
    }
    graph = ResourceGraph(resources: entries.flatMap(Self.instances))
  }

  private static func instances(_ entry: JSONValue) -> [Resource] {
    guard let type = entry["type"]?.string, let name = entry["name"]?.string else { return [] }
    let isData = entry["mode"]?.string == "data"
    let module = entry["module"]?.string.map { "\($0)." } ?? ""
    let block = "\(module)\(isData ? "data." : "")\(type).\(name)"
    return (entry["instances"]?.array ?? []).map { instance in
      let key = instance["index_key"]
      var resource = Resource(
        kind: isData ? .data : .managed, address: block + (key.map(suffix) ?? ""), type: type, name: name,
        key: key.map { Value($0) }, provider: entry["provider"]?.string.flatMap(provider),
        attributes: Value(instance["attributes"] ?? .object([])))
      resource.modulePrefix = module
      return resource
    }
  }

  private static func suffix(_ key: JSONValue) -> String {
    key.string.map { "[\"\($0)\"]" } ?? "[\(key.integer ?? 0)]"
  }

  /// `aws` of `provider["registry.opentofu.org/hashicorp/aws"]`, with the alias behind it where it has one.
  private static func provider(_ text: String) -> String? {
    let parts = text.split(separator: "\"")
    guard parts.count > 1, let name = parts[1].split(separator: "/").last else { return nil }
    let alias = parts.count > 2 ? parts[2].drop { $0 != "." } : ""
    return "\(name)\(alias)"
  }

  private static func collect(_ module: JSONValue, into resources: inout [Resource]) {
    let prefix = module["address"]?.string.map { "\($0)." } ?? ""
    for json in module["resources"]?.array ?? [] {
      guard let address = json["address"]?.string, let type = json["type"]?.string,
        let name = json["name"]?.string
      else { continue }
      var resource = Resource(
        kind: json["mode"]?.string == "data" ? .data : .managed, address: address, type: type, name: name,
        key: json["index"].map { Value($0) },
        provider: json["provider_name"]?.string?.split(separator: "/").last.map(String.init),
        attributes: Value(json["values"] ?? .object([])))
      resource.modulePrefix = prefix
      resources.append(resource)
    }
    for child in module["child_modules"]?.array ?? [] { collect(child, into: &resources) }
  }
}
