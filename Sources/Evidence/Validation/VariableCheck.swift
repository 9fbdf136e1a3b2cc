import ProviderSchemas
import Basics
import HCL

/// Checks the declaration of one input variable: its type, its default and its validations.
struct VariableCheck {
  private(set) var diagnostics: [Diagnostic] = []

  init(_ block: Block) {
    for name in ["sensitive", "nullable", "ephemeral"] {
      guard let attribute = block.body.attribute(name), case .template = attribute.value.kind,
        attribute.value.literalString.map({ !["true", "false"].contains($0) }) ?? false
      else { continue }
      report(
        "Unsuitable value type", detail: "Unsuitable value: a bool is required.", range: attribute.value.range
      )
    }
    if let type = block.body.attribute("type") {
      var check = TypeConstraintCheck()
      check.check(type.value)
      diagnostics += check.diagnostics
    }
    checkDefault(block)
    for validation in block.body.blocks("validation") { check(validation, of: block.labels[0]) }
  }

  private mutating func checkDefault(_ block: Block) {
    guard let fallback = block.body.attribute("default") else { return }
    var evaluator = Evaluator(scope: Scope())
    let value = evaluator.evaluate(fallback.value)
    if !evaluator.diagnostics.isEmpty {
      report("Variables not allowed", detail: "Variables may not be used here.", range: fallback.value.range)
    }
    let nullable = block.body.attribute("nullable").map { $0.value.kind }
    if value.isNull, nullable == .literal(.bool(false)) {
      report(
        "Invalid default value for variable",
        detail: "A null default value is not valid when nullable=false.",
        range: fallback.value.range)
    }
    guard let declared = block.body.attribute("type").flatMap({ ValueType(expression: $0.value) }) else {
      return
    }
    if let problem = declared.problem(with: value) {
      report(
        "Invalid default value for variable",
        detail: "This default value is not compatible with the variable's type constraint: \(problem).",
        range: fallback.value.range)
    }
  }

  private mutating func check(_ validation: Block, of name: String) {
    diagnostics += validation.missing(["condition", "error_message"])
    guard let condition = validation.body.attribute("condition") else { return }
    let refersToIt = condition.value.references.contains { $0.root == "var" && $0.steps.first?.name == name }
    if refersToIt { return }
    report(
      "Invalid variable validation condition",
      detail:
        "The condition for variable \"\(name)\" must refer to var.\(name) in order to test incoming values.",
      range: condition.value.range)
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(code: "configuration.variable", summary: summary, detail: detail, range: range))
  }
}
