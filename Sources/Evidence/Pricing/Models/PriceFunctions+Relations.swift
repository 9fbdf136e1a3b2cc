import HCL
import ResourceGraph

extension PriceFunctions {
  /// What comes from the graph around a resource.
  static func relations(_ place: PricePlace) -> [String: Function] {
    @Sendable func value(_ resource: Resource) -> Value {
      guard case .object(var members) = resource.attributes else { return resource.attributes }
      members["_address"] = .string(resource.address)
      members["_type"] = .string(resource.type)
      return .object(members)
    }
    return [
      "target": Function(from: 1, to: nil, acceptsUnknown: true) { arguments throws(FunctionError) in
        let types = arguments.values.dropFirst().compactMap(\.text)
        return place.context.index.target(
          of: place.context.resource, argument: try arguments.text(0), types: types
        )
        .map(value) ?? .null
      },
      "related": Function(2) { arguments throws(FunctionError) in
        .list(
          place.context.index.related(
            to: place.context.resource, type: try arguments.text(0), argument: try arguments.text(1)
          ).map(value))
      },
      "referring": Function(3) { arguments throws(FunctionError) in
        guard let address = arguments[0].text, let resource = place.context.index[address] else {
          return .list([])
        }
        return .list(
          place.context.index.related(
            to: resource, type: try arguments.text(1), argument: try arguments.text(2)
          ).map(value))
      },
      "find": Function(3) { arguments throws(FunctionError) in
        .list(
          place.context.index.find(
            try arguments.text(0), argument: try arguments.text(1), text: try arguments.text(2)
          ).map(
            value))
      },
      "literal": Function(3) { arguments throws(FunctionError) in
        let argument = try arguments.text(1)
        let found = place.context.index.find(
          try arguments.text(0), argument: argument, text: try arguments.text(2))
        return .list(found.filter { !ResourceIndex.refers($0, by: argument) }.map(value))
      },
      "usage_of": Function(1) { arguments throws(FunctionError) in
        guard let address = arguments[0].text, let resource = place.context.index[address] else {
          return .null
        }
        return place.context.usage.usage(of: resource).value(place.context.bound)
      },
      "reach": Function(1) { arguments throws(FunctionError) in
        place.context.index.reach(from: place.context.resource, type: try arguments.text(0)).map(value)
          ?? .null
      },
      "follow": Function(from: 2, to: nil, acceptsUnknown: true) { arguments throws(FunctionError) in
        guard let address = arguments[0].text, let from = place.context.index[address] else { return .null }
        let types = arguments.values.dropFirst(2).compactMap(\.text)
        return place.context.index.target(of: from, argument: try arguments.text(1), types: types).map(value)
          ?? .null
      },
      "nearest": Function(1) { arguments throws(FunctionError) in
        place.context.index.nearest(to: place.context.resource, with: try arguments.text(0)) ?? .null
      },
    ]
  }
}
