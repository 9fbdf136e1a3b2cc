import HCL

/// The statements of an IAM policy in one form: actions, resources and principals always as lists.
enum PolicyStatements {
  static func list(_ document: Value) -> Value {
    var document = document
    if let text = document.text { document = Value(json: text) ?? .null }
    switch document["Statement"] {
    case .unknown?: return .unknown
    case .list(let items)?: return .list(items.map(statement))
    case let single?: return .list([statement(single)])
    case nil: return document.isUnknown ? .unknown : .list([])
    }
  }

  private static func statement(_ value: Value) -> Value {
    guard case .object(var members) = value else { return value }
    for name in ["Action", "NotAction", "Resource", "NotResource"] {
      if let member = members[name] { members[name] = list(of: member) }
    }
    members["Principals"] = principals(members["Principal"])
    members["Effect"] = members["Effect"] ?? .string("Allow")
    members["IsRestricted"] = isRestricted(members["Condition"])
    return .object(members)
  }

  /// Keys of conditions that say who may, as opposed to how; `aws:SecureTransport` keeps nobody out.
  private static let restrictingKeys = [
    "sourcearn", "sourceaccount", "sourceorg", "sourceip", "sourcevpc", "principal", "calleraccount",
    "viaservice",
    "externalid", "username", "userid", ":sub", ":aud", "vpce", "sns:endpoint", "storagelens",
  ]

  private static func isRestricted(_ condition: Value?) -> Value {
    switch condition {
    case nil, .null?: return .bool(false)
    case .unknown?: return .unknown
    case .list(let blocks)?: return isRestricting(blocks.compactMap { $0["variable"]?.text })
    case let operators?:
      return isRestricting(operators.members?.flatMap { $0.value.members?.map(\.key) ?? [] } ?? [])
    }
  }

  private static func isRestricting(_ keys: [String]) -> Value {
    .bool(keys.contains { key in restrictingKeys.contains { key.lowercased().contains($0) } })
  }

  private static func list(of value: Value) -> Value {
    if case .string = value { return .list([value]) }
    return value
  }

  /// All principals in one list, without their kind.
  private static func principals(_ value: Value?) -> Value {
    switch value {
    case nil, .null?: return .list([])
    case .object(let members)?:
      var found: [Value] = []
      for member in members.values {
        guard case .list(let items) = list(of: member) else { return .unknown }
        found += items
      }
      return .list(found)
    case let single?: return list(of: single)
    }
  }
}
