import Basics
import HCL

/// Reads the resources of a state document.
enum StateReader {
  /// The instances of one entry of the tool's own format.
  /// - Throws: a `Diagnostic` where it says neither type nor name: what is left out would be missing in every sum.
  static func instances(_ json: JSONValue) throws(Diagnostic) -> [Resource] {
    guard let type = json["type"]?.string, let name = json["name"]?.string else { throw nameless(json) }
    let isData = json["mode"]?.string == "data"
    let prefix = json["module"]?.string.map { "\($0)." } ?? ""
    let provider = json["provider"]?.string.map(providerName)
    return (json["instances"]?.array ?? []).compactMap { instance in
      // An object that a failed replacement left behind is no resource of the configuration.
      guard instance["deposed"] == nil else { return nil }
      let key = instance["index_key"].map { Value($0) }
      let suffix = key.map { "[\($0.source)]" } ?? ""
      var resource = Resource(
        kind: isData ? .data : .managed,
        address: "\(prefix)\(isData ? "data." : "")\(type).\(name)\(suffix)", type: type, name: name,
        key: key,
        provider: provider, attributes: Value(instance["attributes"] ?? .object([])))
      resource.modulePrefix = withoutKeys(prefix)
      return resource
    }
  }

  /// The resources of a module in what `show -json` prints, and of those inside it.
  /// - Throws: as `instances`.
  static func resources(of module: JSONValue) throws(Diagnostic) -> [Resource] {
    let prefix = module["address"]?.string.map { "\($0)." } ?? ""
    var found: [Resource] = []
    for json in module["resources"]?.array ?? [] {
      guard let address = json["address"]?.string, let type = json["type"]?.string,
        let name = json["name"]?.string
      else { throw nameless(json) }
      var resource = Resource(
        kind: json["mode"]?.string == "data" ? .data : .managed, address: address, type: type, name: name,
        key: json["index"].map { Value($0) }, provider: json["provider_name"]?.string.map(providerName),
        attributes: Value(json["values"] ?? .object([])))
      resource.modulePrefix = withoutKeys(prefix)
      found.append(resource)
    }
    for child in module["child_modules"]?.array ?? [] { found += try resources(of: child) }
    return found
  }

  private static func nameless(_ json: JSONValue) -> Diagnostic {
    Diagnostic(
      code: "state.resource", summary: "Resource without a name",
      detail: "An entry of the state has no type or no name: \(json.compact.prefix(120))")
  }

  /// In a state a resource names another by its identifier; each such text becomes a reference.
  static func linked(_ resources: [Resource]) -> [Resource] {
    var owners: [String: Resource] = [:]
    for resource in resources where resource.kind == .managed {
      for name in ["id", "arn"] {
        if let text = resource.attributes[name]?.text, isIdentifier(text) {
          owners[text] = resource
        }
      }
    }
    return resources.map { resource in
      var linked = resource
      collect(
        resource.attributes, path: "", owners: owners, own: resource.blockAddress, into: &linked.references)
      return linked
    }
  }

  private static func collect(
    _ value: Value, path: String, owners: [String: Resource], own: String,
    into references: inout [Reference]
  ) {
    switch value {
    case .string(let text):
      guard let owner = owners[text], owner.blockAddress != own else { return }
      references.append(
        Reference(path: path, target: owner.blockAddress, isWhole: true, key: owner.key))
    case .list(let items):
      for item in items { collect(item, path: path, owners: owners, own: own, into: &references) }
    case .object(let members):
      for (name, member) in members.sorted(by: { $0.key < $1.key }) {
        collect(
          member, path: path.isEmpty ? name : "\(path).\(name)", owners: owners, own: own, into: &references)
      }
    default: return
    }
  }

  /// Plain words are names that anything may have; what a cloud gives out has marks and digits.
  private static func isIdentifier(_ text: String) -> Bool {
    text.utf8.count >= 6 && text.utf8.contains { "-:/".utf8.contains($0) }
  }

  /// `aws` of `provider["registry.opentofu.org/hashicorp/aws"]` and of `registry.opentofu.org/hashicorp/aws`, with the
  /// alias behind it where it has one.
  private static func providerName(_ text: String) -> String {
    let parts = text.split(separator: "\"")
    let source = parts.first { $0.contains("/") } ?? text[...]
    let alias = parts.count > 2 ? parts[2].drop { $0 != "." } : ""
    return "\(source.split(separator: "/").last ?? source)\(alias)"
  }

  /// `module.net["a"].` as references know it: `module.net.`.
  private static func withoutKeys(_ prefix: String) -> String {
    var depth = 0
    return String(
      prefix.filter { character in
        if character == "[" { depth += 1 }
        defer { if character == "]" { depth -= 1 } }
        return depth == 0
      })
  }
}
