import Basics

extension Evaluator {
  mutating func evaluateUnary(_ symbol: UnaryOperator, operand: HCLExpression) -> Value {
    let value = evaluate(operand)
    if value.isUnknown { return .unknown }
    switch symbol {
    case .not:
      if let flag = condition(value) { return .bool(!flag) }
      return missing(
        "Invalid operand", detail: "Unsuitable value for unary operand: a bool is required.",
        range: operand.range)
    case .negate:
      if let number = value.numeric { return Value.number(0).combined(.subtract, other: number) ?? .unknown }
      return missing(
        "Invalid operand", detail: "Unsuitable value for unary operand: a number is required.",
        range: operand.range)
    }
  }

  /// A truth value: in lenient evaluation null is false.
  private func condition(_ value: Value) -> Bool? {
    value.isNull && isLenient ? false : value.bool
  }

  mutating func evaluateConditional(_ test: HCLExpression, yes: HCLExpression, no: HCLExpression) -> Value {
    let value = evaluate(test)
    if value.isUnknown { return .unknown }
    guard let flag = condition(value) else {
      fail(
        "Incorrect condition type",
        detail: value.isNull
          ? "The condition value is null. Conditions must either be true or false."
          : "The condition expression must be of type bool.", range: test.range)
      return .unknown
    }
    return evaluate(flag ? yes : no)
  }

  mutating func evaluateBinary(
    _ symbol: BinaryOperator, left: HCLExpression, right: HCLExpression, whole: HCLExpression
  ) -> Value {
    switch symbol {
    case .and, .or: evaluateLogic(symbol, left: left, right: right)
    case .equal, .notEqual:
      switch areEqual(evaluate(left), right: evaluate(right)) {
      case nil: .unknown
      case let equal?: .bool(equal == (symbol == .equal))
      }
    default: evaluateNumbers(symbol, left: left, right: right, whole: whole)
    }
  }

  /// False and anything is false, true or anything is true, also where the other side is unknown.
  private mutating func evaluateLogic(_ symbol: BinaryOperator, left: HCLExpression, right: HCLExpression)
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
          detail: "Unsuitable value for \(operand == left ? "left" : "right") operand: a bool is required.",
          range: operand.range)
        return .unknown
      }
      if flag == deciding { return .bool(deciding) }
    }
    return isUnknown ? .unknown : .bool(!deciding)
  }

  /// Whether two values are equal; nil when an unknown inside decides it.
  private func areEqual(_ left: Value, right: Value) -> Bool? {
    switch (left, right) {
    case (.unknown, _), (_, .unknown): return nil
    case (.list(let a), .list(let b)):
      guard a.count == b.count else { return false }
      return allEqual(zip(a, b).lazy.map { areEqual($0, right: $1) })
    case (.object(let a), .object(let b)):
      guard a.count == b.count else { return false }
      return allEqual(a.lazy.map { key, value in b[key].map { areEqual(value, right: $0) } ?? false })
    case (.string, .number), (.number, .string), (.string, .bigInteger), (.bigInteger, .string),
      (.string, .bool), (.bool, .string):
      return isLenient && (left.numeric.map { $0 == right.numeric } ?? (left.text == right.text))
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
    _ symbol: BinaryOperator, left: HCLExpression, right: HCLExpression, whole: HCLExpression
  ) -> Value {
    let values = [evaluate(left), evaluate(right)]
    if values.contains(.unknown) { return .unknown }
    guard let a = values[0].numeric, let b = values[1].numeric else {
      let isLeft = values[0].numeric == nil
      return missing(
        "Invalid operand",
        detail: "Unsuitable value for \(isLeft ? "left" : "right") operand: a number is required.",
        range: (isLeft ? left : right).range)
    }
    switch symbol {
    case .less: return .bool(a.isLess(than: b))
    case .lessOrEqual: return .bool(!b.isLess(than: a))
    case .greater: return .bool(b.isLess(than: a))
    case .greaterOrEqual: return .bool(!a.isLess(than: b))
    default:
      if symbol == .divide || symbol == .modulo, b == .number(0) {
        return missing("Division by zero", detail: "Cannot divide by zero.", range: whole.range)
      }
      return a.combined(symbol, other: b) ?? .unknown
    }
  }
}
