import Basics

extension Evaluator {
  mutating func evaluateCall(_ call: FunctionCall, whole: HCLExpression) -> Value {
    if call.name == "try" || call.name == "can" { return evaluateAttempt(call, whole: whole) }
    guard let function = scope.functions[call.name] ?? Function.builtIn[call.name] else {
      return evaluateUnlisted(call)
    }
    guard let arguments = evaluateArguments(of: call) else { return .unknown }
    if let problem = function.countProblem(arguments.count) {
      fail(
        problem.summary, detail: "Function \"\(call.name)\" expects \(problem.expected).", range: whole.range)
      return .unknown
    }
    if !function.acceptsUnknown, !arguments.allSatisfy(\.isWhollyKnown) { return .unknown }
    do {
      let result = try function.body(Arguments(arguments))
      return spend(cost(of: result), expression: whole) ? result : .unknown
    } catch {
      return report(error, of: call, whole: whole)
    }
  }

  private mutating func report(_ error: FunctionError, of call: FunctionCall, whole: HCLExpression) -> Value {
    guard let index = error.argument, call.arguments.indices.contains(index) else {
      return missing(
        "Error in function call", detail: "Call to function \"\(call.name)\" failed: \(error.message).",
        range: whole.range)
    }
    return missing(
      "Invalid function argument",
      detail: "Invalid value for argument \(index + 1) of \"\(call.name)\": \(error.message).",
      range: call.arguments[index].range)
  }

  /// Functions of providers, and those whose result only the real tool knows, are unknown; the rest do not exist.
  private mutating func evaluateUnlisted(_ call: FunctionCall) -> Value {
    for argument in call.arguments { _ = evaluate(argument) }
    let name = call.name.hasPrefix("core::") ? String(call.name.dropFirst(6)) : call.name
    if !call.name.hasPrefix("provider::"), !Function.isKnown(name) {
      fail(
        "Call to unknown function",
        detail: "There is no function named \"\(call.name)\"."
          + suggestion(for: name, among: Array(Function.builtIn.keys) + Array(scope.functions.keys)),
        range: call.nameRange)
    }
    return .unknown
  }

  /// The values of all arguments, the last one spread where asked for; nil when its length is not known.
  private mutating func evaluateArguments(of call: FunctionCall) -> [Value]? {
    var values = call.arguments.map { evaluate($0) }
    guard call.expandsLast, let last = values.popLast() else { return values }
    switch last {
    case .list(let items): return values + items
    case .unknown: return nil
    default:
      fail(
        "Invalid expanding argument value",
        detail: "The expanding argument (indicated by ...) must be of a tuple, list, or set type.",
        range: call.arguments.last?.range ?? call.nameRange)
      return nil
    }
  }

  /// `try(a, b…)`: the first that has a value; `can(a)`: whether it has one.
  private mutating func evaluateAttempt(_ call: FunctionCall, whole: HCLExpression) -> Value {
    let before = diagnostics.count
    for argument in call.arguments {
      let value = evaluate(argument)
      let failed = diagnostics.count > before || (isLenient && value.isNull)
      diagnostics.removeSubrange(before...)
      if call.name == "can" { return value.isUnknown && !failed ? .unknown : .bool(!failed) }
      if !failed { return value }
    }
    return missing(
      "Error in function call",
      detail: "Call to function \"\(call.name)\" failed: no expression succeeded.", range: whole.range)
  }
}
