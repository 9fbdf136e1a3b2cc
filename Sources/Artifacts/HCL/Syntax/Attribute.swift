import Basics

/// `name = value`.
package struct Attribute: Hashable, Sendable {
  package var name: String
  package var value: HCLExpression
  /// From the name to the end of the value.
  package var range: SourceRange
  package var nameRange: SourceRange
  package var equalsRange: SourceRange
}
