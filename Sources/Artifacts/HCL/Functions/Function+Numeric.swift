import Basics
#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Function {
  static let numeric: [String: Function] = [
    "abs": Function(1) { arguments throws(FunctionError) in
      let number = try arguments.numeric(0)
      return number.isLess(than: .number(0))
        ? Value.number(0).combined(.subtract, other: number) ?? .unknown : number
    },
    "ceil": rounding(.up), "floor": rounding(.down),
    "signum": Function(1) { arguments throws(FunctionError) in
      let number = try arguments.number(0)
      return .number(number < 0 ? -1 : number > 0 ? 1 : 0)
    },
    "log": Function(2) { arguments throws(FunctionError) in
      finite(log(try arguments.number(0)) / log(try arguments.number(1)))
    },
    "pow": Function(2) { arguments throws(FunctionError) in
      finite(pow(try arguments.number(0), try arguments.number(1)))
    },
    "max": Function(from: 1) { arguments throws(FunctionError) in
      try extreme(arguments) { $1.isLess(than: $0) }
    },
    "min": Function(from: 1) { arguments throws(FunctionError) in
      try extreme(arguments) { $0.isLess(than: $1) }
    },
    "parseint": Function(2) { arguments throws(FunctionError) in
      let base = try arguments.integer(1)
      guard (2...36).contains(base) else {
        throw FunctionError("base must be a whole number between 2 and 62", argument: 1)
      }
      let text = try arguments.text(0)
      guard let number = Int128(text, radix: base) else {
        throw FunctionError("cannot parse \"\(text)\" as a base \(base) integer", argument: 0)
      }
      return .whole(number)
    },
    "sum": Function(1) { arguments throws(FunctionError) in
      var sum: Value? = .number(0)
      let items = try arguments.list(0)
      if items.isEmpty { throw FunctionError("cannot sum an empty list", argument: 0) }
      for item in items {
        guard let number = item.numeric else { throw arguments.unsuitable(0, wanted: "list of number") }
        sum = sum?.combined(.add, other: number)
      }
      return sum ?? .unknown
    },
    "range": Function(from: 1, to: 3) { arguments throws(FunctionError) in try range(arguments) },
  ]

  private static func finite(_ number: Double) -> Value {
    number.isFinite ? .number(number) : .unknown
  }

  private static func extreme(
    _ arguments: Arguments, isBetter: (Value, Value) -> Bool
  ) throws(FunctionError) -> Value {
    var best = try arguments.numeric(0)
    for index in 1..<max(arguments.count, 1) {
      let number = try arguments.numeric(index)
      if isBetter(number, best) { best = number }
    }
    return best
  }

  /// Whole numbers stay as they are, whatever their digits.
  private static func rounding(_ rule: FloatingPointRoundingRule) -> Function {
    Function(1) { arguments throws(FunctionError) in
      let number = try arguments.numeric(0)
      return number.wholeNumber == nil ? .number((number.number ?? 0).rounded(rule)) : number
    }
  }

  private static func range(_ arguments: Arguments) throws(FunctionError) -> Value {
    let start = arguments.count == 1 ? 0 : try arguments.number(0)
    let end = try arguments.number(arguments.count == 1 ? 0 : 1)
    let step = arguments.count == 3 ? try arguments.number(2) : end < start ? -1 : 1
    if step == 0 || (step < 0) != (end < start), start != end {
      throw FunctionError(step == 0 ? "step must not be zero" : "step must point from start to limit")
    }
    guard start == end || abs((end - start) / step) <= 1024 else {
      throw FunctionError(
        "more than 1024 values were generated; either decrease the difference between start and end or use a smaller step"
      )
    }
    return .list(stride(from: start, to: end, by: step == 0 ? 1 : step).map { .number($0) })
  }
}
