import Basics
import FoundationEssentials
import HCL
import ResourceGraph

/// The functions that price models call.
enum PriceFunctions {
  /// - Parameter place: which resource they are about while they are called.
  static func all(_ place: PricePlace) -> [String: Function] {
    lines.merging(prices(place)) { first, _ in first }.merging(relations(place)) { first, _ in first }
  }

  /// Every name, so that a test finds a model that calls something else.
  static let names = [
    "fixed", "used", "unpriced", "given", "product", "cores", "gibibytes", "group", "tiers", "when", "price",
    "price_in", "listed_price", "is_past", "shape", "target",
    "related", "referring", "find", "literal", "nearest",
    "usage_of", "reach", "follow",
  ]

  private static func line(_ arguments: Arguments, isUsage: Bool) -> Value {
    .object([
      "name": arguments[0], "unit": arguments[1], "quantity": arguments[2], "price": arguments[3],
      "usage": .bool(isUsage),
    ])
  }

  private static let lines: [String: Function] = [
    "fixed": Function(4, acceptsUnknown: true) { arguments throws(FunctionError) in
      line(arguments, isUsage: false)
    },
    "used": Function(4, acceptsUnknown: true) { arguments throws(FunctionError) in
      line(arguments, isUsage: true)
    },
    "unpriced": Function(1) { arguments throws(FunctionError) in
      .object(["unpriced": arguments[0]])
    },
    "given": Function(1, acceptsUnknown: true) { arguments throws(FunctionError) in
      .bool(!arguments[0].isNull && arguments[0] != .string("") && arguments[0] != .list([]))
    },
    "cores": Function(1) { arguments throws(FunctionError) in
      try quantity(arguments, units: ["m": 0.001])
    },
    "gibibytes": Function(1) { arguments throws(FunctionError) in
      let bytes = try quantity(arguments, units: byteUnits)
      return bytes.number.map { .number($0 / 1_073_741_824) } ?? .null
    },
    "product": Function(1) { arguments throws(FunctionError) in
      .number(try arguments.list(0).reduce(1) { $0 * ($1.number ?? 1) })
    },
    "group": Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
      .object(["group": arguments[0], "items": arguments[1]])
    },
    "when": Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
      switch arguments[0] {
      case .bool(true), .unknown: arguments[1]
      default: .null
      }
    },
    "tiers": Function(5, acceptsUnknown: true) { arguments throws(FunctionError) in
      try tiers(arguments)
    },
  ]

  /// `tiers(name, unit, quantity, divisor, [[amount, label, price]…])`: the quantity dealt out to tiers of that size, the
  /// last one without an end. Of an unknown quantity the first tier shows its price.
  private static func tiers(_ arguments: Arguments) throws(FunctionError) -> Value {
    let divisor = try arguments.number(3)
    let known = arguments[2].number
    var left = known ?? 0
    var made: [Value] = []
    for tier in try arguments.list(4) {
      guard let amount = tier[0], let label = tier[1]?.text, let price = tier[2] else {
        throw FunctionError("a tier needs an amount, a label and a price", argument: 4)
      }
      let part = min(left, amount.number ?? .infinity)
      let name = label.isEmpty ? arguments[0] : .string("\(arguments[0].text ?? "") (\(label))")
      let quantity: Value = known == nil ? arguments[2] : .number(part / divisor)
      made.append(
        .object([
          "name": name, "unit": arguments[1], "quantity": quantity, "price": price, "usage": .bool(true),
        ]))
      if known == nil { break }
      left -= part
    }
    return .list(made)
  }

  private static let byteUnits: [String: Double] = [
    "Ki": 1024, "Mi": 1_048_576, "Gi": 1_073_741_824, "Ti": 1_099_511_627_776, "k": 1e3, "K": 1e3, "M": 1e6,
    "G": 1e9,
    "T": 1e12, "m": 0.001,
  ]

  /// An amount as Kubernetes writes it: `500m`, `128Mi`.
  private static func quantity(_ arguments: Arguments, units: [String: Double]) throws(FunctionError) -> Value
  {
    if arguments[0].isNull { return .null }
    let text = try arguments.text(0)
    let digits = text.prefix { $0.isNumber || $0 == "." }
    let unit = text.dropFirst(digits.count)
    guard let number = Double(finite: digits), unit.isEmpty || units[String(unit)] != nil else {
      throw FunctionError("\(text) is not an amount", argument: 0)
    }
    return .number(number * (units[String(unit)] ?? 1))
  }
}
