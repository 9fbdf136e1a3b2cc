import Basics

extension Evaluator {
  mutating func evaluateUnary(_ symbol: UnaryOperator, _ operand: HCLExpression) -> Value {
    let value = evaluate(operand)
    if value.isUnknown { return .unknown }
    switch symbol {
    case .not:
      if let flag = condition(value) { return .bool(!flag) }
      return missing(
        "Invalid operand", "Unsuitable value for unary operand: a bool is required.", operand.range)
    case .negate:
      if let number = value.number { return .number(-number) }
      return missing(
        "Invalid operand", "Unsuitable value for unary operand: a number is required.", operand.range)
    }
  }

  /// A truth value: in lenient evaluation null is false.
  private func condition(_ value: Value) -> Bool? {
    value.isNull && isLenient ? false : value.bool
  }

  mutating func evaluateConditional(_ test: HCLExpression, _ yes: HCLExpression, _ no: HCLExpression) -> Value
  {
    let value = evaluate(test)
    if value.isUnknown { return .unknown }
    guard let flag = condition(value) else {
      fail(
        "Incorrect condition type",
        value.isNull
          ? "The condition value is null. Conditions must either be true or false."
          : "The condition expression must be of type bool.", test.range)
      return .unknown
    }
    return evaluate(flag ? yes : no)
  }

  mutating func evaluateBinary(
    _ symbol: BinaryOperator, _ left: HCLExpression, _ right: HCLExpression, _ whole: HCLExpression
  ) -> Value {
    switch symbol {
    case .and, .or: evaluateLogic(symbol, left, right)
    case .equal, .notEqual:
      switch areEqual(evaluate(left), evaluate(right)) {
      case nil: .unknown
      case let equal?: .bool(equal == (symbol == .equal))
      }
    default: evaluateNumbers(symbol, left, right, whole)
    }
  }

  /// False and anything is false, true or anything is true, also where the other side is unknown.
  private mutating func evaluateLogic(_ symbol: BinaryOperator, _ left: HCLExpression, _ right: HCLExpression)
    -> Value
  {
    let deciding = symbol == .or
    var isUnknown = false
    for operand in [left, right] {
      let value = evaluate(operand)
      if value.isUnknown {
        isUnknown = true
        continue
      }
      guard let flag = condition(value) else {
        fail(
          "Invalid operand",
          "Unsuitable value for \(operand == left ? "left" : "right") operand: a bool is required.",
          operand.range)
        return .unknown
      }
      if flag == deciding { return .bool(deciding) }
    }
    return isUnknown ? .unknown : .bool(!deciding)
  }

  /// Whether two values are equal; nil when an unknown inside decides it.
  private func areEqual(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return nil
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      return allEqual(zip(a, b).lazy.map { areEqual($0, $1) })
    case (.object(let a), .object(let b)):
      guard a.count == b.count else { return false }
      return allEqual(a.lazy.map { key, value in b[key].map { areEqual(value, $0) } ?? false })
    case (.string, .number), (.number, .string), (.string, .bool), (.bool, .string):
      return isLenient && (left.number.map { $0 == right.number } ?? (left.text == right.text))
    default: return left == right
    }
  }

  private func allEqual(_ results: some Sequence<Bool?>) -> Bool? {
    var isUnknown = false
    for result in results {
      guard let result else {
        isUnknown = true
        continue
      }
      if !result { return false }
    }
    return isUnknown ? nil : true
  }

  private mutating func evaluateNumbers(
    _ symbol: BinaryOperator, _ left: HCLExpression, _ right: HCLExpression, _ whole: HCLExpression
  ) -> Value {
    let values = [evaluate(left), evaluate(right)]
    if values.contains(.unknown) { return .unknown }
    guard let a = values[0].number, let b = values[1].number else {
      let isLeft = values[0].number == nil
      return missing(
        "Invalid operand",
        "Unsuitable value for \(isLeft ? "left" : "right") operand: a number is required.",
        (isLeft ? left : right).range)
    }
    let exact = DecimalArithmetic(a, b)
    switch symbol {
    case .less: return .bool(a < b)
    case .lessOrEqual: return .bool(a <= b)
    case .greater: return .bool(a > b)
    case .greaterOrEqual: return .bool(a >= b)
    case .add: return .number(exact?.sum ?? a + b)
    case .subtract: return .number(exact?.difference ?? a - b)
    case .multiply: return .number(exact?.product ?? a * b)
    default:
      if b == 0 { return missing("Division by zero", "Cannot divide by zero.", whole.range) }
      if symbol == .divide { return .number(a / b) }
      return .number(exact?.remainder ?? a.truncatingRemainder(dividingBy: b))
    }
  }
}
