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
      address: address, modulePrefix: json["module_address"]?.string.map { $0 + "." } ?? "",
      previousAddress: json["previous_address"]?.string,
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
    var resources: [Resource] = []
    if let root = json["planned_values"]?["root_module"] {
      collect(root, after: after, references: PlanReferences(json), into: &resources)
    }
    return ResourceGraph(resources: resources)
  }

  private static func collect(
    _ module: JSONValue, after: [String: Value], references: PlanReferences,
    into resources: inout [Resource]
  ) {
    let prefix = module["address"]?.string.map { $0 + "." } ?? ""
    for json in module["resources"]?.array ?? [] {
      guard let address = json["address"]?.string, let type = json["type"]?.string,
        let name = json["name"]?.string
      else { continue }
      let isData = json["mode"]?.string == "data"
      let path = calls(in: prefix)
      let local = (isData ? "data." : "") + "\(type).\(name)"
      let planned = after[address] ?? Value(json["values"] ?? .null)
      let written = references.expressions(of: local, in: path)
      var resource = Resource(
        kind: isData ? .data : .managed, address: address, type: type, name: name,
        key: json["index"].map { Value($0) },
        provider: json["provider_name"]?.string?.split(separator: "/").last.map(String.init),
        attributes: written.map { UnsetArguments.removed(from: planned, expressions: $0, type: type) }
          ?? planned,
        references: references.references(of: local, in: path, prefix: prefix))
      resource.modulePrefix = prefix
      resources.append(resource)
    }
    for child in module["child_modules"]?.array ?? [] {
      collect(child, after: after, references: references, into: &resources)
    }
  }

  /// The names of the calls in `module.a[0].module.b["x.y"].`, without the keys of their instances.
  static func calls(in prefix: String) -> [String] {
    var names: [String] = []
    var rest = prefix[...]
    while let start = rest.firstRange(of: "module.") {
      rest = rest[start.upperBound...]
      let name = rest.prefix { $0 != "[" && $0 != "." }
      names.append(String(name))
      rest = rest[name.endIndex...]
      // A key may hold anything but a quote that is not escaped.
      if rest.hasPrefix("["), let end = rest.firstIndex(of: "]") { rest = rest[end...].dropFirst() }
    }
    return names
  }
}
