import HCL

/// A selector of labels: each given label has its value, each expression holds.
struct LabelSelector: Hashable, Sendable {
  private let labels: [String: String]
  private let expressions: [Value]

  init(_ value: Value) {
    labels = Dictionary(
      (value["matchLabels"]?.members ?? []).compactMap { pair in pair.value.text.map { (pair.key, $0) } }
    ) { first, _ in first }
    expressions = value["matchExpressions"]?.elements ?? []
  }

  func matches(_ given: [String: String]) -> Bool {
    labels.allSatisfy { given[$0.key] == $0.value } && expressions.allSatisfy { holds($0, given: given) }
  }

  private func holds(_ expression: Value, given: [String: String]) -> Bool {
    let value = expression["key"]?.text.flatMap { given[$0] }
    let values = (expression["values"]?.elements ?? []).compactMap(\.text)
    switch expression["operator"]?.text {
    case "In": return value.map(values.contains) ?? false
    case "NotIn": return value.map { !values.contains($0) } ?? true
    case "Exists": return value != nil
    case "DoesNotExist": return value == nil
    default: return false
    }
  }
}
