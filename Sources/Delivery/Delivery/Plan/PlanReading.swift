import Basics
import Digests

/// Reads what matters here from a plan as `show -json` prints it.
struct PlanReading {
  let plan: JSONValue

  /// Every resource that something happens to, by address.
  var deltas: [ResourceDelta] {
    var expressions: [String: JSONValue] = [:]
    Self.collect(plan["configuration"]?["root_module"], prefix: "", into: &expressions)
    return (plan["resource_changes"]?.array ?? []).compactMap { entry -> ResourceDelta? in
      guard var delta = Self.delta(entry) else { return nil }
      let written = expressions[Self.block(delta.change.address)]
      if [.create, .update, .replace].contains(delta.change.action), let change = entry["change"] {
        delta.change.arguments = ArgumentComparison(change, expressions: written).arguments
        delta.unwritten = Set(
          written.map { written in Self.trueKeys(delta.unknown).filter { written[$0] == nil } } ?? [])
      }
      return delta
    }.sorted { $0.change.address < $1.change.address }
  }

  /// What was changed behind the state's back: what is gone, and what differs in an argument that a person sets. A
  /// difference in what only the provider computes is no one's doing.
  /// - Parameter isSettable: whether only a configuration sets an attribute of a type; nil where that is not known.
  func drift(isSettable: (_ type: String, _ attribute: String) -> Bool?) -> [PlannedChange] {
    var configured: [String: JSONValue] = [:]
    Self.collect(plan["configuration"]?["root_module"], prefix: "", into: &configured)
    let entries = Dictionary(
      (plan["resource_drift"]?.array ?? []).compactMap { entry in
        entry["address"]?.string.flatMap { address in entry["change"].map { (address, $0) } }
      }
    ) { first, _ in first }
    return (plan["resource_drift"]?.array ?? []).compactMap(Self.delta).compactMap { delta in
      var change = delta.change
      guard change.action == .update else { return change }
      guard let set = configured[Self.block(change.address)] else { return change }
      if let whole = entries[change.address] {
        change.arguments = ArgumentComparison(whole, expressions: set).arguments.filter { argument in
          let name = String(argument.path.prefix { $0 != "." && $0 != "[" })
          return set[name] != nil || isSettable(change.type, name) == true
        }
      }
      change.differing = change.differing.filter { name in
        set[name] != nil || isSettable(change.type, name) == true
      }
      return change.differing.isEmpty ? nil : change
    }.sorted { $0.address < $1.address }
  }

  /// The digest of what would change: resource and output changes and nothing that differs between two equal plans.
  var changesDigest: String {
    let changed = (plan["resource_changes"]?.array ?? []).filter {
      $0["change"]?["actions"] != ["no-op"] || $0["previous_address"] != nil
        || $0["change"]?["importing"] != nil
    }
    let resources = changed.map { entry in
      JSONValue.object(
        ["address", "previous_address", "deposed", "provider_name", "change"].compactMap { key in
          entry[key].map { JSONMember(key, value: $0) }
        })
    }
    return Digest(
      of: JSONValue.object([
        JSONMember("resources", value: .array(resources.sorted { $0.canonical < $1.canonical })),
        JSONMember("outputs", value: plan["output_changes"] ?? .null),
      ])
    ).hexadecimal
  }

  /// Every value the plan marks as sensitive, to be masked wherever it turns up.
  var sensitiveValues: [String] {
    let changes =
      (plan["resource_changes"]?.array ?? []) + (plan["output_changes"]?.object ?? []).map(\.value)
    return changes.flatMap { entry -> [String] in
      let change = entry["change"] ?? entry
      return Self.marked(change["before"], mask: change["before_sensitive"])
        + Self.marked(change["after"], mask: change["after_sensitive"])
    }
  }

  /// The strings of a value that a mask of the same shape marks.
  static func marked(_ value: JSONValue?, mask: JSONValue?) -> [String] {
    switch (value, mask) {
    case (.some(let value), .bool(true)): strings(value)
    case (.object(let members), .some(let mask)): members.flatMap { marked($0.value, mask: mask[$0.key]) }
    case (.array(let items), .some(let mask)):
      items.enumerated().flatMap { marked($0.element, mask: mask[$0.offset]) }
    default: []
    }
  }

  private static func strings(_ value: JSONValue) -> [String] {
    switch value {
    case .string(let text): [text]
    case .array(let items): items.flatMap(strings)
    case .object(let members): members.flatMap { strings($0.value) }
    default: []
    }
  }

  private static func delta(_ entry: JSONValue) -> ResourceDelta? {
    guard let address = entry["address"]?.string, let type = entry["type"]?.string,
      let change = entry["change"], let action = action(change["actions"])
    else { return nil }
    let before = change["before"] ?? .null
    let after = change["after"] ?? .null
    let unknown = change["after_unknown"] ?? .null
    let isChange = action == .update || action == .replace
    return ResourceDelta(
      change: PlannedChange(
        address: address, type: type, action: action,
        differing: isChange ? differing(before, after: after, unknown: unknown) : [],
        forcedBy: (change["replace_paths"]?.array ?? []).compactMap { $0[0]?.string },
        unknown: action == .update ? trueKeys(unknown) : []),
      before: before, after: after, unknown: unknown)
  }

  private static func action(_ actions: JSONValue?) -> PlannedChange.Action? {
    switch actions?.array?.compactMap(\.string) {
    case ["create"]: .create
    case ["update"]: .update
    case ["delete"]: .delete
    case ["read"]: .read
    case ["forget"]: .forget
    case ["delete", "create"], ["create", "delete"], ["create", "forget"]: .replace
    default: nil
    }
  }

  /// The arguments that differ; one that is not set and one that is empty are the same.
  static func differing(_ before: JSONValue, after: JSONValue, unknown: JSONValue = .null) -> [String] {
    let old = before.object ?? []
    let new = after.object ?? []
    let past = Dictionary(old.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let next = Dictionary(new.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
    let names = Set(past.keys).union(next.keys).union(trueKeys(unknown))
    return names.filter { name in
      unknown[name] == .bool(true) || filled(past[name]) != filled(next[name])
    }.sorted()
  }

  /// What is not set and what is empty are the same.
  static func filled(_ value: JSONValue?) -> JSONValue? {
    switch value {
    case .some(.null), .some(.array([])), .some(.object([])), .some(.string("")): nil
    default: value
    }
  }

  private static func trueKeys(_ mask: JSONValue) -> [String] {
    (mask.object ?? []).filter { $0.value == .bool(true) }.map(\.key).sorted()
  }

  /// `module.a.aws_x.y` for `module.a[0].aws_x.y["k"]`.
  private static func block(_ address: String) -> String {
    var block = ""
    var depth = 0
    for character in address {
      if character == "[" { depth += 1 }
      if depth == 0 { block.append(character) }
      if character == "]" { depth -= 1 }
    }
    return block
  }

  /// The arguments that the configuration sets, by block address.
  private static func collect(
    _ module: JSONValue?, prefix: String, into configured: inout [String: JSONValue]
  ) {
    for resource in module?["resources"]?.array ?? [] {
      guard let address = resource["address"]?.string else { continue }
      configured[prefix + address] = resource["expressions"] ?? .object([])
    }
    for call in module?["module_calls"]?.object ?? [] {
      collect(call.value["module"], prefix: "\(prefix)module.\(call.key).", into: &configured)
    }
  }
}
