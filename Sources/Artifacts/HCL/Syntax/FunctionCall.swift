import Basics

/// `name(arguments…)`; a provider's function is named `provider::aws::f`.
package struct FunctionCall: Hashable, Sendable {
  package var name: String
  package var nameRange: SourceRange
  package var arguments: [HCLExpression]
  /// The last argument is a list that is spread: `f(xs...)`.
  package var expandsLast: Bool
}
