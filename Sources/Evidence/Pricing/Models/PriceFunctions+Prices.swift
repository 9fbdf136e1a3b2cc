import HCL
import ResourceGraph

extension PriceFunctions {
  /// What comes from the price book.
  static func prices(_ place: PricePlace) -> [String: Function] {
    @Sendable func price(_ service: Value, key: Value, region: String, isListed: Bool = false) -> Value {
      if service.isUnknown || key.isUnknown { return .unknown }
      guard let service = service.text, let key = key.text else { return .null }
      let context = place.context
      let name = PriceBook.serviceName(service, of: context.provider)
      guard let quote = context.book.quote(name, key: key, region: region), !(isListed && quote.isByFactor)
      else { return .null }
      if quote.isByFactor { place.noteFactor(service) }
      return .number(quote.price)
    }
    return [
      "price": Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
        price(arguments[0], key: arguments[1], region: place.context.region)
      },
      "listed_price": Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
        price(arguments[0], key: arguments[1], region: place.context.region, isListed: true)
      },
      "price_in": Function(3, acceptsUnknown: true) { arguments throws(FunctionError) in
        price(arguments[1], key: arguments[2], region: arguments[0].text ?? place.context.region)
      },
      "is_past": Function(1) { arguments throws(FunctionError) in
        // Days as they are written sort as they follow each other.
        arguments[0].text.map { .bool($0 < place.context.day) } ?? .null
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
}
