/// An expression that can be evaluated again and again.
package struct CELProgram: Sendable {
  package let source: String
  private let expression: CELExpression

  /// - Throws: `CELError` of kind `syntax` for what is not in the language.
  package init(_ source: String) throws(CELError) {
    self.source = source
    var parser = CELParser(try CELLexer(source).tokens())
    expression = try parser.parse()
  }

  /// What an evaluation may cost where nobody says otherwise: steps, each of which is one call or one element.
  package static let standardBudget = 1_000_000

  /// - Parameters:
  ///   - variables: values by name.
  ///   - budget: how many steps it may take.
  /// - Throws: `CELError`.
  package func evaluate(_ variables: [String: CELValue], budget: Int = standardBudget) throws(CELError)
    -> CELValue
  {
    var evaluator = CELEvaluator(variables: variables, budget: budget)
    return try evaluator.evaluate(expression)
  }

  /// Whether it names a variable or field of that name anywhere.
  package func names(_ name: String) -> Bool { expression.names(name) }
}
