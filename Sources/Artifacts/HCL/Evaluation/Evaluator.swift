import Basics

/// Evaluates expressions. What depends on an unknown is unknown; a mistake is a diagnostic and gives unknown.
///
/// Lenient evaluation, for rules over resources that may lack anything, makes no diagnostics of missing things: a
/// missing attribute, an index out of range and an attribute of null are null, comparisons with null are null, null
/// counts as false, and `==` compares `"22"` with `22` as equal.
package struct Evaluator {
  package var scope: Scope
  package let isLenient: Bool
  package internal(set) var diagnostics: [Diagnostic] = []
  /// Written into strings in the place of an unknown part; normally such a string is unknown.
  package var placeholder: String?
  /// Steps that may still be taken; a configuration that needs more is not evaluated.
  var budget: Int
  /// The current elements of the splats being evaluated.
  var elements: [Value] = []

  /// How deep the evaluation is in expressions inside one another.
  private var depth: Int
  private static let depthLimit = 1_500

  /// `depth` says how deep this evaluation already is inside of others.
  package init(scope: Scope, isLenient: Bool = false, budget: Int = 1_000_000, depth: Int = 0) {
    self.scope = scope
    self.isLenient = isLenient
    self.budget = budget
    self.depth = depth
  }

  /// The value of an expression; what was wrong with it is added to `diagnostics`.
  package mutating func evaluate(_ expression: HCLExpression) -> Value {
    guard spend(1, expression: expression) else { return .unknown }
    depth += 1
    defer { depth -= 1 }
    if depth > Self.depthLimit {
      budget = 0
      _ = spend(1, expression: expression)
      return .unknown
    }
    switch expression.kind {
    case .literal(let value): return value
    case .template(let parts): return evaluateTemplate(parts)
    case .wrapped(let inner), .parentheses(let inner): return evaluate(inner)
    case .joined(let inner): return evaluateJoined(inner)
    case .reference(let traversal): return evaluateReference(traversal)
    case .relative(let source, let steps): return apply(steps[...], to: evaluate(source))
    case .index(let source, let key): return evaluateIndex(source, key: key, whole: expression)
    case .splat(let source, let each): return evaluateSplat(source, each: each)
    case .element: return elements.last ?? .unknown
    case .call(let call): return evaluateCall(call, whole: expression)
    case .unary(let symbol, let operand): return evaluateUnary(symbol, operand: operand)
    case .binary(let symbol, let left, let right):
      return evaluateBinary(symbol, left: left, right: right, whole: expression)
    case .conditional(let condition, let yes, let no): return evaluateConditional(condition, yes: yes, no: no)
    case .tuple(let items): return .list(items.map { evaluate($0) })
    case .object(let items): return evaluateObject(items)
    case .for(let loop): return evaluateFor(loop)
    case .invalid: return .unknown
    }
  }

  /// Steps that a value takes wherever it goes: counted past what is left, so that no value is cheaper for being larger.
  func cost(of value: Value) -> Int { value.weight(limit: 4 * (max(budget, 0) + 1)) / 4 }

  /// Steps that were taken of those that were given.
  package func used(of given: Int) -> Int { given - max(budget, 0) }

  /// Takes `amount` from the budget; false, with one diagnostic, when it is used up.
  mutating func spend(_ amount: Int, expression: HCLExpression) -> Bool {
    if budget >= amount {
      budget -= amount
      return true
    }
    if budget >= 0 {
      fail(
        "Expression too costly",
        detail: "EvaluationService this takes too many steps, so its value is not known.",
        range: expression.range)
    }
    budget = -1
    return false
  }

  mutating func fail(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(Diagnostic(code: "hcl.evaluation", summary: summary, detail: detail, range: range))
  }

  /// The result of something missing: null where that is allowed, else unknown and a diagnostic.
  mutating func missing(_ summary: String, detail: @autoclosure () -> String, range: SourceRange) -> Value {
    if isLenient { return .null }
    fail(summary, detail: detail(), range: range)
    return .unknown
  }
}
