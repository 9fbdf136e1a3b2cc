extension Value {
  /// Whether the number is the smaller one, to the last digit where both are whole.
  func isLess(than other: Value) -> Bool {
    if let left = wholeNumber, let right = other.wholeNumber { return left < right }
    return (number ?? 0) < (other.number ?? 0)
  }

  /// The sum, difference, product, quotient or remainder of two numbers; nil for one that cannot be computed here, as it
  /// has more digits than anything here holds, and for a divisor of zero.
  func combined(_ symbol: BinaryOperator, other: Value) -> Value? {
    if let left = wholeNumber, let right = other.wholeNumber,
      let result = Self.combined(symbol, left: left, right: right)
    {
      return .whole(result)
    }
    guard let left = number, let right = other.number else { return nil }
    let exact = DecimalArithmetic(left, right: right)
    let result: Double? =
      switch symbol {
      case .add: exact?.sum ?? left + right
      case .subtract: exact?.difference ?? left - right
      case .multiply: exact?.product ?? left * right
      case .divide: left / right
      case .modulo: exact?.remainder ?? left.truncatingRemainder(dividingBy: right)
      default: nil
      }
    return result.flatMap { $0.isFinite ? .number($0) : nil }
  }

  /// Nil where the result is no whole number or does not fit.
  private static func combined(_ symbol: BinaryOperator, left: Int128, right: Int128) -> Int128? {
    let (result, overflows) =
      switch symbol {
      case .add: left.addingReportingOverflow(right)
      case .subtract: left.subtractingReportingOverflow(right)
      case .multiply: left.multipliedReportingOverflow(by: right)
      case .divide: left.dividedReportingOverflow(by: right)
      case .modulo: left.remainderReportingOverflow(dividingBy: right)
      default: (Int128(0), true)
      }
    if overflows { return nil }
    return symbol == .divide && result * right != left ? nil : result
  }
}
