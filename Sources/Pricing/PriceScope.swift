import HCL
import Infrastructure
import Vocabulary

/// Evaluates the components of one resource's price model.
struct PriceScope {
  private var evaluator: Evaluator

  /// A mean month: 365 days of 24 hours in 12 parts, as the cloud's own calculator counts.
  static let hours = 730.0

  init(book: PriceBook, graph: ResourceGraph, resource: Resource, region: String) {
    let price = Function(2, acceptsUnknown: true) { arguments throws(FunctionError) in
      guard case .string(let service) = arguments[0], case .string(let key) = arguments[1],
        let price = book.price(service, key, region: region)
      else { return .null }
      return .number(price)
    }
    let target = Function(1) { arguments throws(FunctionError) in
      guard case .string(let argument) = arguments[0],
        let reference = resource.references.first(where: { $0.argument == argument })
      else { return .null }
      return Self.find(reference.target, graph)?.attributes ?? .null
    }
    let related = Function(2) { arguments throws(FunctionError) in
      guard case .string(let type) = arguments[0], case .string(let argument) = arguments[1] else {
        return .null
      }
      return .list(
        graph.referrers(of: resource).filter { referrer in
          referrer.type == type
            && referrer.references.contains { $0.argument == argument && $0.target == resource.blockAddress }
        }.map(\.attributes))
    }
    let scope = Scope(
      variables: ["self": resource.attributes, "region": .string(region), "hours": .number(Self.hours)],
      functions: ["price": price, "target": target, "related": related])
    evaluator = Evaluator(scope: scope, isLenient: true)
  }

  /// The component with its numbers; nil where its condition says that it is not there.
  mutating func component(_ model: PriceModel.Component) -> PriceEstimate.Component? {
    if let when = model.when {
      let applies = evaluator.evaluate(when)
      if applies == .bool(false) || applies == .null { return nil }
    }
    func result(_ quantity: Double?, _ price: Double?, _ status: PriceEstimate.Status)
      -> PriceEstimate.Component
    {
      let monthly = status == .priced ? (quantity ?? 0) * (price ?? 0) : nil
      return PriceEstimate.Component(
        name: model.name, quantity: quantity, unit: model.unit, unitPrice: price,
        monthly: monthly.map { ($0 * 10_000).rounded() / 10_000 }, status: status)
    }
    guard case .number(let price) = evaluator.evaluate(model.price) else {
      return result(nil, nil, .unpriced)
    }
    if model.isUsage { return result(nil, price, .usage) }
    guard let expression = model.quantity, case .number(let quantity) = evaluator.evaluate(expression) else {
      return result(nil, price, .unpriced)
    }
    return result(quantity, price, .priced)
  }

  /// The first instance of the block at an address.
  private static func find(_ address: String, _ graph: ResourceGraph) -> Resource? {
    graph[address] ?? graph.resources.first { $0.blockAddress == address }
  }
}
