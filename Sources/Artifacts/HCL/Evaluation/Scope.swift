/// What names and functions mean while an expression is evaluated.
package struct Scope {
  /// The value of a reference and how many of its steps are already taken.
  package typealias Resolution = (value: Value, steps: Int)

  package var variables: [String: Value]
  /// Beside, or instead of, the built-in ones.
  package var functions: [String: Function]
  /// Asked before `variables`; nil when it does not know the name.
  package var resolve: (Traversal) -> Resolution?

  package init(
    variables: [String: Value] = [:], functions: [String: Function] = [:],
    resolve: @escaping (Traversal) -> Resolution? = { _ in nil }
  ) {
    self.variables = variables
    self.functions = functions
    self.resolve = resolve
  }
}
