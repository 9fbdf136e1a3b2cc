import Basics
import HCL

/// Reads the parts of a plan document.
enum PlanReader {
  static func change(_ json: JSONValue) -> ResourceChange? {
    guard let address = json["address"]?.string, let type = json["type"]?.string, let change = json["change"]
    else {
      return nil
    }
    return ResourceChange(
      address: address, previousAddress: json["previous_address"]?.string,
      kind: json["mode"]?.string == "data" ? .data : .managed, type: type, name: json["name"]?.string ?? "",
      provider: json["provider_name"]?.string ?? "",
      actions: (change["actions"]?.array ?? []).compactMap { $0.string.flatMap(ResourceChange.Action.init) },
      before: Value(change["before"] ?? .null),
      after: merged(change["after"] ?? .null, mask: change["after_unknown"]),
      replacePaths: (change["replace_paths"]?.array ?? []).map { path in
        (path.array ?? []).map { $0.string ?? $0.integer.map(String.init) ?? "?" }.joined(separator: ".")
      })
  }

  /// The value with unknown put in wherever `mask` says true.
  static func merged(_ value: JSONValue, mask: JSONValue?) -> Value {
    switch mask {
    case .bool(true): return .unknown
    case .object(let flags):
      var members = value.object.map { Dictionary($0.map { ($0.key, $0.value) }) { _, last in last } } ?? [:]
      for flag in flags where members[flag.key] == nil { members[flag.key] = .null }
      let masks = Dictionary(flags.map { ($0.key, $0.value) }) { _, last in last }
      return .object(members.reduce(into: [:]) { $0[$1.key] = merged($1.value, mask: masks[$1.key]) })
    case .array(let flags):
      let items = value.array ?? []
      return .list(
        (0..<max(items.count, flags.count)).map { index in
          merged(
            items.indices.contains(index) ? items[index] : .null,
            mask: flags.indices.contains(index) ? flags[index] : nil)
        })
    default: return Value(value)
    }
  }

  /// Planned values with the unknowns of the changes, and the references of the configuration.
  static func graph(_ json: JSONValue, changes: [ResourceChange]) -> ResourceGraph {
    let after = Dictionary(changes.map { ($0.address, $0.after) }) { first, _ in first }
    var references: [String: [Reference]] = [:]
    var arguments: [String: JSONValue] = [:]
    if let root = json["configuration"]?["root_module"] {
      collectReferences(root, prefix: "", into: &references, arguments: &arguments)
    }
    var resources: [Resource] = []
    if let root = json["planned_values"]?["root_module"] {
      collect(root, after: after, references: references, arguments: arguments, into: &resources)
    }
    return ResourceGraph(resources: resources)
  }

  private static func collect(
    _ module: JSONValue, after: [String: Value], references: [String: [Reference]],
    arguments: [String: JSONValue], into resources: inout [Resource]
  ) {
    let prefix = module["address"]?.string.map { $0 + "." } ?? ""
    for json in module["resources"]?.array ?? [] {
      guard let address = json["address"]?.string, let type = json["type"]?.string,
        let name = json["name"]?.string
      else { continue }
      let isData = json["mode"]?.string == "data"
      let block = prefix.split(separator: ".").filter { $0 != "module" }.map { $0.prefix { $0 != "[" } }
        .joined(separator: ".")
      let local = (isData ? "data." : "") + "\(type).\(name)"
      let planned = after[address] ?? Value(json["values"] ?? .null)
      let written = arguments["\(block)|\(local)"]
      var resource = Resource(
        kind: isData ? .data : .managed, address: address, type: type, name: name,
        key: json["index"].map { Value($0) },
        provider: json["provider_name"]?.string?.split(separator: "/").last.map(String.init),
        attributes: written.map { UnsetArguments.removed(from: planned, expressions: $0, type: type) }
          ?? planned,
        references: (references["\(block)|\(local)"] ?? []).map { $0.inside(prefix) })
      resource.modulePrefix = prefix
      resources.append(resource)
    }
    for child in module["child_modules"]?.array ?? [] {
      collect(child, after: after, references: references, arguments: arguments, into: &resources)
    }
  }

  /// Which argument refers to what, by module path and block address.
  private static func collectReferences(
    _ module: JSONValue, prefix: String, into references: inout [String: [Reference]],
    arguments: inout [String: JSONValue]
  ) {
    for json in module["resources"]?.array ?? [] {
      guard let address = json["address"]?.string else { continue }
      var found: [Reference] = []
      for member in json["expressions"]?.object ?? [] {
        collectPaths(member.value, path: member.key, into: &found)
      }
      references["\(prefix)|\(address)"] = found
      arguments["\(prefix)|\(address)"] = json["expressions"] ?? .object([])
    }
    for call in module["module_calls"]?.object ?? [] {
      guard let inner = call.value["module"] else { continue }
      let path = prefix.isEmpty ? call.key : "\(prefix).\(call.key)"
      collectReferences(inner, prefix: path, into: &references, arguments: &arguments)
    }
  }

  private static func collectPaths(_ expression: JSONValue, path: String, into found: inout [Reference]) {
    if let names = expression["references"]?.array {
      for name in names.compactMap(\.string) {
        let parts = name.prefix { $0 != "[" }.split(separator: ".").map(String.init)
        let length = parts.first == "data" ? 3 : 2
        guard parts.count >= length, !["var", "local", "each", "count", "module"].contains(parts[0]) else {
          continue
        }
        found.append(
          Reference(
            path: path, target: parts[..<length].joined(separator: "."),
            attribute: parts.count > length ? parts[length] : nil))
      }
    } else if let members = expression.object {
      for member in members { collectPaths(member.value, path: "\(path).\(member.key)", into: &found) }
    } else {
      for item in expression.array ?? [] { collectPaths(item, path: path, into: &found) }
    }
  }
}
