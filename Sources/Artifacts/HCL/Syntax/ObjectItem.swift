/// `key = value` in an object constructor.
package struct ObjectItem: Hashable, Sendable {
  /// A lone name here is that name as text, unless it stands in parentheses.
  package var key: HCLExpression
  package var value: HCLExpression

  /// The key as text where it does not depend on anything.
  package var literalKey: String? {
    if case .reference(let traversal) = key.kind, traversal.steps.isEmpty { return traversal.root }
    if case .literal(let value) = key.kind { return value.text }
    if case .parentheses = key.kind { return nil }
    return key.literalString
  }
}
