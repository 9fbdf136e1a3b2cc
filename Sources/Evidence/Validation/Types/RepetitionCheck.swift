import Basics
import HCL
import ProviderSchemas
import ResourceGraph

/// Checks what `count` and `for_each` of resources, data sources and module calls are given.
struct RepetitionCheck {
  private let module: Module
  private let evaluator: ModuleEvaluator
  private let types: TypeInference
  private(set) var diagnostics: [Diagnostic] = []

  init(_ module: Module, evaluator: ModuleEvaluator, types: TypeInference) {
    self.module = module
    self.evaluator = evaluator
    self.types = types
    for resource in module.resources { check(resource.block, address: resource.address) }
    for (name, call) in module.calls { check(call, address: "module.\(name)") }
  }

  private mutating func check(_ block: Block, address: String) {
    if let count = block.body.attribute("count")?.value { check(count: count, address: address) }
    if let forEach = block.body.attribute("for_each")?.value { check(forEach: forEach, address: address) }
  }

  private mutating func check(count: HCLExpression, address: String) {
    let value = evaluator.peek(count)
    let type = types.type(of: count)
    if value.isNull {
      report(
        "Invalid count argument",
        detail: "The given \"count\" argument value is null. An integer is required.", on: count,
        address: address)
    } else if type == .bool || type.kind == .sequence || type.kind == .mapping
      || type == .string && !value.isUnknown
        && value.number == nil
    {
      report(
        "Incorrect value type", detail: "Invalid expression value: a number is required.", on: count,
        address: address)
    } else if let number = value.number, number < 0 {
      report(
        "Invalid count argument",
        detail: "The given \"count\" argument value is unsuitable: must be greater than or equal to zero.",
        on: count, address: address)
    } else if let number = value.number, number != number.rounded() {
      report(
        "Invalid count argument",
        detail: "The given \"count\" argument value is unsuitable: value must be a whole number.", on: count,
        address: address)
    }
  }

  private mutating func check(forEach: HCLExpression, address: String) {
    let value = evaluator.peek(forEach)
    if value.isNull {
      report(
        "Invalid for_each argument",
        detail:
          "The given \"for_each\" argument value is unsuitable: the given \"for_each\" argument value is null. A map, or set "
          + "of strings is allowed.", on: forEach, address: address)
    } else if isSensitive(forEach, open: []) {
      report(
        "Invalid for_each argument",
        detail:
          "Sensitive values, or values derived from sensitive values, cannot be used as for_each arguments. If used, the "
          + "sensitive value could be exposed as a resource instance key.", on: forEach, address: address)
    } else {
      check(types.type(of: forEach), value: value, forEach: forEach, address: address)
    }
  }

  private mutating func check(_ type: ValueType, value: Value, forEach: HCLExpression, address: String) {
    switch type {
    case .dynamic, .map, .object: break
    case .set(let element):
      // Of a set that is not known yet the tool does not look at the elements.
      guard let elements = value.elements else { return }
      if elements.contains(.null) {
        report(
          "Invalid for_each set argument",
          detail:
            "The given \"for_each\" argument value is unsuitable: \"for_each\" sets must not contain null values.",
          on: forEach, address: address)
      } else if element != .string, element != .dynamic {
        report(
          "Invalid for_each set argument",
          detail:
            "The given \"for_each\" argument value is unsuitable: \"for_each\" supports maps and sets of strings, but you have "
            + "provided a set containing type \(element.description).", on: forEach, address: address)
      }
    default:
      report(
        "Invalid for_each argument",
        detail:
          "The given \"for_each\" argument value is unsuitable: the \"for_each\" argument must be a map, or set of strings, "
          + "and you have provided a value of type \(type.description).", on: forEach, address: address)
    }
  }

  /// Whether a value is derived from what a variable or the configuration marks as sensitive.
  private func isSensitive(_ expression: HCLExpression, open: Set<String>) -> Bool {
    switch expression.kind {
    case .call(let call):
      if call.name == "sensitive" { return true }
      if ["nonsensitive", "issensitive", "can", "try"].contains(call.name) { return false }
    case .reference(let traversal):
      guard let name = traversal.steps.first?.name else { return false }
      if traversal.root == "var" {
        return module.variables[name]?.body.attribute("sensitive")?.value.kind == .literal(.bool(true))
      }
      guard traversal.root == "local", !open.contains(name), let local = module.locals[name] else {
        return false
      }
      // One member of an object may be plain beside another that is not.
      return traversal.steps.count == 1 && isSensitive(local.value, open: open.union([name]))
    case .object: return false
    default: break
    }
    return expression.children.contains { isSensitive($0, open: open) }
  }

  private mutating func report(
    _ summary: String, detail: String, on expression: HCLExpression, address: String
  ) {
    diagnostics.append(
      Diagnostic(
        code: "configuration.repetition", summary: summary, detail: detail, range: expression.range,
        address: address))
  }
}
