/// Operators on values.
enum CELArithmetic {
  static func negate(_ value: CELValue) throws(CELError) -> CELValue {
    switch value {
    case .int(let number):
      guard number != .min else { throw overflow }
      return .int(-number)
    case .double(let number): return .double(-number)
    case .duration(let number):
      guard number != .min else { throw overflow }
      return .duration(-number)
    default: throw .noOverload("-")
    }
  }

  private static let overflow = CELError(.evaluation, detail: "integer overflow")

  static func apply(_ symbol: String, left: CELValue, right: CELValue) throws(CELError) -> CELValue {
    switch symbol {
    case "==": return .bool(left.equals(right))
    case "!=": return .bool(!left.equals(right))
    case "<": return .bool(try left.order(right) < 0)
    case "<=": return .bool(try left.order(right) <= 0)
    case ">": return .bool(try left.order(right) > 0)
    case ">=": return .bool(try left.order(right) >= 0)
    case "in": return .bool(try isMember(left, of: right))
    default: return try compute(symbol, left: left, right: right)
    }
  }

  private static func isMember(_ value: CELValue, of other: CELValue) throws(CELError) -> Bool {
    switch other {
    case .list(let elements): return elements.contains { $0.equals(value) }
    case .map(let entries): return entries[value.key] != nil
    default: throw .noOverload("in")
    }
  }

  private static func compute(_ symbol: String, left: CELValue, right: CELValue) throws(CELError) -> CELValue
  {
    switch (left, right) {
    case (.int(let left), .int(let right)): return .int(try whole(symbol, left: left, right: right))
    case (.uint(let left), .uint(let right)): return .uint(try whole(symbol, left: left, right: right))
    case (.double(let left), .double(let right)):
      switch symbol {
      case "+": return .double(left + right)
      case "-": return .double(left - right)
      case "*": return .double(left * right)
      case "/": return .double(left / right)
      default: throw .noOverload(symbol)
      }
    case (.string(let left), .string(let right)) where symbol == "+": return .string(left + right)
    case (.bytes(let left), .bytes(let right)) where symbol == "+": return .bytes(left + right)
    case (.list(let left), .list(let right)) where symbol == "+": return .list(left + right)
    case (.duration(let left), .duration(let right)) where symbol == "+" || symbol == "-":
      return .duration(try whole(symbol, left: left, right: right))
    case (.timestamp(let left), .duration(let right)) where symbol == "+" || symbol == "-":
      return .timestamp(try whole(symbol, left: left, right: right))
    case (.duration(let left), .timestamp(let right)) where symbol == "+":
      return .timestamp(try whole(symbol, left: left, right: right))
    case (.timestamp(let left), .timestamp(let right)) where symbol == "-":
      return .duration(try whole(symbol, left: left, right: right))
    default: throw .noOverload(symbol)
    }
  }

  private static func whole<Number: FixedWidthInteger>(
    _ symbol: String, left: Number, right: Number
  ) throws(CELError) -> Number {
    if symbol == "/" || symbol == "%", right == 0 {
      throw CELError(.evaluation, detail: symbol == "/" ? "division by zero" : "modulus by zero")
    }
    let (value, overflows) =
      switch symbol {
      case "+": left.addingReportingOverflow(right)
      case "-": left.subtractingReportingOverflow(right)
      case "*": left.multipliedReportingOverflow(by: right)
      case "/": left.dividedReportingOverflow(by: right)
      default: left.remainderReportingOverflow(dividingBy: right)
      }
    if overflows { throw overflow }
    return value
  }
}
