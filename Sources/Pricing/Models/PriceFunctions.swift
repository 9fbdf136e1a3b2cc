import FoundationEssentials
import HCL
import Infrastructure

/// The functions that price models call.
enum PriceFunctions {
  static func all(_ context: PriceContext) -> [String: Function] {
    lines.merging(prices(context)) { first, _ in first }.merging(relations(context)) { first, _ in first }
  }

  /// Every name, so that a test finds a model that calls something else.
  static let names = [
    "fixed", "used", "unpriced", "given", "product", "cores", "gibibytes", "group", "tiers", "when", "price",
    "price_in", "shape", "target",
    "related", "find", "every",
    "literal", "nearest",
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
      return .number((bytes.number ?? 0) / 1_073_741_824)
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
    guard let number = Double(digits), unit.isEmpty || units[String(unit)] != nil else {
      throw FunctionError("\(text) is no amount", argument: 0)
    }
    return .number(number * (units[String(unit)] ?? 1))
  }

  private static func prices(_ context: PriceContext) -> [String: Function] {
    @Sendable func price(_ service: Value, _ key: Value, _ region: String) -> Value {
      if service.isUnknown || key.isUnknown { return .unknown }
      guard let service = service.text, let key = key.text else { return .null }
      let name = context.provider == "aws" ? service : "\(context.provider)/\(service)"
      return context.book.price(name, key, region: region).map { .number($0) } ?? .null
    }
    return [
      "price": Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
        price(arguments[0], arguments[1], context.region)
      },
      "price_in": Function(3, acceptsUnknown: true) { arguments throws(FunctionError) in
        price(arguments[1], arguments[2], arguments[0].text ?? context.region)
      },
      "shape": Function(1) { arguments throws(FunctionError) in
        guard let type = arguments[0].text else { return .null }
        do {
          guard let shape = try InstanceShape.named(type) else { return .null }
          return .object([
            "vcpu": .number(Double(shape.vcpu)), "memory": .number(Double(shape.memory) / 1024),
            "architecture": .string(shape.architecture.rawValue),
          ])
        } catch {
          throw FunctionError("\(error)")
        }
      },
    ]
  }

  private static func relations(_ context: PriceContext) -> [String: Function] {
    @Sendable func value(_ resource: Resource) -> Value {
      guard case .object(var members) = resource.attributes else { return resource.attributes }
      members["_address"] = .string(resource.address)
      members["_type"] = .string(resource.type)
      return .object(members)
    }
    return [
      "target": Function(from: 1, to: nil, acceptsUnknown: true) { arguments throws(FunctionError) in
        let types = arguments.values.dropFirst().compactMap(\.text)
        return context.index.target(of: context.resource, argument: try arguments.text(0), types: types)
          .map(value) ?? .null
      },
      "related": Function(2) { arguments throws(FunctionError) in
        .list(
          context.index.related(
            to: context.resource, type: try arguments.text(0), argument: try arguments.text(1)
          ).map(value))
      },
      "find": Function(3) { arguments throws(FunctionError) in
        .list(
          context.index.find(try arguments.text(0), try arguments.text(1), try arguments.text(2)).map(value))
      },
      "literal": Function(3) { arguments throws(FunctionError) in
        let argument = try arguments.text(1)
        let found = context.index.find(try arguments.text(0), argument, try arguments.text(2))
        return .list(found.filter { !ResourceIndex.refers($0, by: argument) }.map(value))
      },
      "usage_of": Function(1) { arguments throws(FunctionError) in
        guard let address = arguments[0].text, let resource = context.index[address] else { return .null }
        return context.usage.usage(of: resource).value(context.bound)
      },
      "every": Function(1) { arguments throws(FunctionError) in
        .list(context.index.all(try arguments.text(0)).map(value))
      },
      "reach": Function(1) { arguments throws(FunctionError) in
        context.index.reach(from: context.resource, type: try arguments.text(0)).map(value) ?? .null
      },
      "follow": Function(from: 2, to: nil, acceptsUnknown: true) { arguments throws(FunctionError) in
        guard let address = arguments[0].text, let from = context.index[address] else { return .null }
        let types = arguments.values.dropFirst(2).compactMap(\.text)
        return context.index.target(of: from, argument: try arguments.text(1), types: types).map(value)
          ?? .null
      },
      "nearest": Function(1) { arguments throws(FunctionError) in
        context.index.nearest(to: context.resource, with: try arguments.text(0)) ?? .null
      },
    ]
  }
}
