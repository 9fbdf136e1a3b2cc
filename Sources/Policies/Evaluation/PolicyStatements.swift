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
    return .object(members)
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
