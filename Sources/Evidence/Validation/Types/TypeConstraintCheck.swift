import Basics
import HCL
import ProviderSchemas

/// Checks how the type of an input variable is written, and the defaults of optional attributes in it.
struct TypeConstraintCheck {
  private(set) var diagnostics: [Diagnostic] = []
  private static let keywords: Set<String> = ["string", "number", "bool", "any", "list", "map", "set"]
  private static let constructors = ["list", "set", "map", "object", "tuple"]

  mutating func check(_ expression: HCLExpression) {
    switch expression.kind {
    case .reference(let traversal):
      if traversal.steps.isEmpty, Self.keywords.contains(traversal.root) { return }
      let isConstructor = traversal.steps.isEmpty && Self.constructors.contains(traversal.root)
      report(
        isConstructor
          ? "The \(traversal.root) type constructor requires one argument."
          : "The keyword \"\(traversal)\" is not a valid type specification.", range: expression.range)
    case .call(let call): check(call, range: expression.range)
    case .template:
      // What the language of 0.11 had is still taken.
      guard let text = expression.literalString, ["string", "list", "map"].contains(text) else {
        return report("A type is written without quotes.", range: expression.range)
      }
    default: report("This is not a type.", range: expression.range)
    }
  }

  private mutating func check(_ call: FunctionCall, range: SourceRange) {
    guard Self.constructors.contains(call.name) else {
      return report(
        call.name == "optional"
          ? "Keyword \"optional\" is valid only as a modifier for object type attributes."
          : "Keyword \"\(call.name)\" is not a valid type constructor.", range: call.nameRange)
    }
    guard call.arguments.count == 1, let argument = call.arguments.first else {
      return report("The \(call.name) type constructor requires one argument.", range: range)
    }
    switch (call.name, argument.kind) {
    case ("object", .object(let items)): for item in items { check(attribute: item) }
    case ("tuple", .tuple(let items)): for item in items { check(item) }
    case ("object", _), ("tuple", _):
      report(
        "The \(call.name) type constructor requires \(call.name == "object" ? "a map of attributes" : "a list of types").",
        range: argument.range)
    default: check(argument)
    }
  }

  private mutating func check(attribute: ObjectItem) {
    guard case .call(let call) = attribute.value.kind, call.name == "optional" else {
      return check(attribute.value)
    }
    guard let type = call.arguments.first, call.arguments.count <= 2 else {
      return report(
        "Optional attribute modifier expects the attribute type, and at most a default value.",
        range: attribute.value.range)
    }
    check(type)
    guard call.arguments.count == 2, let wanted = ValueType(expression: type) else { return }
    let fallback = call.arguments[1]
    var evaluator = Evaluator(scope: Scope())
    let value = evaluator.evaluate(fallback)
    if !evaluator.diagnostics.isEmpty {
      diagnostics.append(
        Diagnostic(
          code: "configuration.variable", summary: "Variables not allowed",
          detail: "Variables may not be used here.",
          range: fallback.range))
    } else if let problem = wanted.problem(with: value) {
      diagnostics.append(
        Diagnostic(
          code: "configuration.variable", summary: "Invalid default value for optional attribute",
          detail: "This default value is not compatible with the attribute's type constraint: \(problem).",
          range: fallback.range))
    }
  }

  private mutating func report(_ detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(
        code: "configuration.variable", summary: "Invalid type specification", detail: detail, range: range))
  }
}
