/// `[for k, v in collection : value if condition]`, or with braces and `key => value...`.
package struct ForExpression: Hashable, Sendable {
  package var keyName: String?
  package var valueName: String
  package var collection: HCLExpression
  /// Only in braces, where the result is an object.
  package var key: HCLExpression?
  package var value: HCLExpression
  package var condition: HCLExpression?
  /// `...` after the value: equal keys are gathered in lists.
  package var groups: Bool
  package var makesObject: Bool
}
