#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension Function {
  static let numeric: [String: Function] = [
    "abs": Function(1) { arguments throws(FunctionError) in .number(abs(try arguments.number(0))) },
    "ceil": Function(1) { arguments throws(FunctionError) in .number(try arguments.number(0).rounded(.up)) },
    "floor": Function(1) { arguments throws(FunctionError) in .number(try arguments.number(0).rounded(.down))
    },
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
    "max": Function(from: 1) { arguments throws(FunctionError) in try extreme(arguments) { $0 > $1 } },
    "min": Function(from: 1) { arguments throws(FunctionError) in try extreme(arguments) { $0 < $1 } },
    "parseint": Function(2) { arguments throws(FunctionError) in
      let base = try arguments.integer(1)
      guard (2...36).contains(base) else {
        throw FunctionError("base must be a whole number between 2 and 62", argument: 1)
      }
      let text = try arguments.text(0)
      guard let number = Int(text, radix: base) else {
        throw FunctionError("cannot parse \"\(text)\" as a base \(base) integer", argument: 0)
      }
      return .number(Double(number))
    },
    "sum": Function(1) { arguments throws(FunctionError) in
      var sum = 0.0
      let items = try arguments.list(0)
      if items.isEmpty { throw FunctionError("cannot sum an empty list", argument: 0) }
      for item in items {
        guard let number = item.number else { throw arguments.unsuitable(0, "list of number") }
        sum += number
      }
      return .number(sum)
    },
    "range": Function(from: 1, to: 3) { arguments throws(FunctionError) in try range(arguments) },
  ]

  private static func finite(_ number: Double) -> Value {
    number.isFinite ? .number(number) : .unknown
  }

  private static func extreme(
    _ arguments: Arguments, _ isBetter: (Double, Double) -> Bool
  ) throws(FunctionError) -> Value {
    var best = try arguments.number(0)
    for index in 1..<max(arguments.count, 1) {
      let number = try arguments.number(index)
      if isBetter(number, best) { best = number }
    }
    return .number(best)
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
