import HCL

/// One condition of a statement: an operator, a key of the request's context, and values of which one has to fit.
package struct PolicyCondition: Hashable, Sendable {
  /// How the values of a key that has several are judged.
  package enum Quantifier: String, Hashable, Sendable {
    case all = "ForAllValues"
    case any = "ForAnyValue"
  }

  /// As written, `ForAnyValue:StringLikeIfExists`.
  package let operation: String
  package let quantifier: Quantifier?
  /// The operator without quantifier and `IfExists`.
  package let name: String
  package let isIfExists: Bool
  package let key: String
  package let values: [String]
  /// Whether operator, key or some values are known only after apply.
  package let hasUnknown: Bool

  init(operation: String, key: String, values: [String], hasUnknown: Bool) {
    self.operation = operation
    self.key = key
    self.values = values
    self.hasUnknown = hasUnknown
    let parts = operation.split(separator: ":", maxSplits: 1)
    let rest = String(parts.last ?? "")
    quantifier = parts.count == 2 ? Quantifier(rawValue: String(parts[0])) : nil
    isIfExists = rest.hasSuffix("IfExists")
    name = isIfExists ? String(rest.dropLast("IfExists".count)) : rest
  }

  /// Both forms: `{operator: {key: values}}` of a document, and blocks with `test`, `variable` and `values`. Nil where
  /// it is not known what the conditions are.
  static func read(_ value: Value?) -> [PolicyCondition]? {
    switch value {
    case nil, .null?: return []
    case .list(let blocks)?:
      var found: [PolicyCondition] = []
      for block in blocks {
        guard let operation = block["test"]?.text, let key = block["variable"]?.text else { return nil }
        let (texts, hasUnknown) = (block["values"] ?? .null).policyTexts
        found.append(PolicyCondition(operation: operation, key: key, values: texts, hasUnknown: hasUnknown))
      }
      return found
    case .object(let operators)?:
      var found: [PolicyCondition] = []
      for (operation, keys) in operators.sorted(by: { $0.key < $1.key }) {
        guard let keys = keys.members else { return nil }
        for (key, values) in keys {
          let (texts, hasUnknown) = values.policyTexts
          found.append(
            PolicyCondition(operation: operation, key: key, values: texts, hasUnknown: hasUnknown))
        }
      }
      return found
    default: return nil
    }
  }
}
