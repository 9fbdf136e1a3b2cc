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

extension ValueType {
  /// The type that a constraint such as `map(object({ a = optional(string) }))` names; nil for what cannot be read.
  init?(expression: HCLExpression) {
    switch expression.kind {
    case .reference(let traversal) where traversal.steps.isEmpty:
      guard let type = Self.keywords[traversal.root] else { return nil }
      self = type
    case .call(let call):
      guard let argument = call.arguments.first else { return nil }
      switch call.name {
      case "list", "set", "map":
        guard let element = ValueType(expression: argument) else { return nil }
        self = call.name == "list" ? .list(element) : call.name == "set" ? .set(element) : .map(element)
      case "object":
        guard case .object(let items) = argument.kind, let members = Self.members(items) else { return nil }
        self = .object(members)
      default: return nil
      }
    default: return nil
    }
  }

  private static let keywords: [String: ValueType] = [
    "string": .string, "number": .number, "bool": .bool, "any": .dynamic, "list": .list(.dynamic),
    "map": .map(.dynamic),
    "set": .set(.dynamic),
  ]

  private static func members(_ items: [ObjectItem]) -> [String: Member]? {
    var members: [String: Member] = [:]
    for item in items {
      guard let name = item.literalKey else { return nil }
      if case .call(let call) = item.value.kind, call.name == "optional" {
        guard let type = call.arguments.first.flatMap({ ValueType(expression: $0) }) else { return nil }
        members[name] = Member(type, isOptional: true)
      } else {
        guard let type = ValueType(expression: item.value) else { return nil }
        members[name] = Member(type)
      }
    }
    return members
  }
}
