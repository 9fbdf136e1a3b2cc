import HCL

/// What the data source `aws_iam_policy_document` computes, as far as its arguments are known.
enum PolicyDocument {
  static func value(of attributes: Value) -> Value {
    // Documents that it merges are read where they are written, and here only known to be more.
    let isMerged = ["source_policy_documents", "override_policy_documents", "source_json", "override_json"]
      .contains { attributes[$0].map { !$0.isNull && $0 != .list([]) } ?? false }
    let statements: Value
    switch attributes["statement"] {
    case .list(let blocks)?: statements = .list(blocks.map(statement) + (isMerged ? [.unknown] : []))
    case nil where isMerged: statements = .list([.unknown])
    case .unknown?: statements = .unknown
    default: statements = .list([])
    }
    return .object(["Version": attributes["version"] ?? .string("2012-10-17"), "Statement": statements])
  }

  private static let names = [
    "sid": "Sid", "actions": "Action", "not_actions": "NotAction", "resources": "Resource",
    "not_resources": "NotResource",
  ]

  private static func statement(_ block: Value) -> Value {
    guard case .object(let members) = block else { return .unknown }
    var result: [String: Value] = ["Effect": members["effect"] ?? .string("Allow")]
    for (argument, name) in names { result[name] = members[argument] }
    for (argument, name) in [("principals", "Principal"), ("not_principals", "NotPrincipal")] {
      if let blocks = members[argument] { result[name] = principals(blocks) }
    }
    if let conditions = members["condition"] { result["Condition"] = conditions }
    return .object(result)
  }

  /// `{ AWS = […] }`, or `"*"` for everybody.
  private static func principals(_ blocks: Value) -> Value {
    guard case .list(let items) = blocks else { return .unknown }
    var result: [String: Value] = [:]
    for item in items {
      guard let type = item["type"]?.text, let identifiers = item["identifiers"] else { return .unknown }
      if type == "*" { return .string("*") }
      result[type] = identifiers
    }
    return .object(result)
  }
}
