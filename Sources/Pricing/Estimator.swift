import Basics
import HCL
import Infrastructure
import Vocabulary

/// Prices the resources of a graph, component by component, from the price book.
package struct Estimator: Sendable {
  private let book: PriceBook
  private let models: PriceModels

  /// Throws `PricingError` where the shipped data is broken.
  package init() throws {
    book = try PriceBook.builtIn()
    models = try PriceModels.builtIn()
  }

  /// - Parameter region: where the resources are when the configuration does not say.
  package func estimate(_ graph: ResourceGraph, region: String) -> PriceEstimate {
    let place = Self.region(of: graph) ?? region
    let resources = graph.resources.filter { $0.kind != .data }.map { price($0, graph, place) }
    return PriceEstimate(priceBookDate: book.date, resources: resources)
  }

  /// The region of the default provider block, where it is known.
  private static func region(of graph: ResourceGraph) -> String? {
    let provider = graph.configuration.first {
      $0.type == "provider" && $0.name == "aws" && $0.attributes["alias"] == nil
    }
    guard case .string(let region) = provider?.attributes["region"] else { return nil }
    return region
  }

  private func price(_ resource: Resource, _ graph: ResourceGraph, _ region: String) -> PriceEstimate.Resource
  {
    func result(
      _ status: PriceEstimate.Status, _ components: [PriceEstimate.Component] = [], reason: String = ""
    ) -> PriceEstimate.Resource {
      let priced = components.compactMap(\.monthly)
      return PriceEstimate.Resource(
        address: resource.address, type: resource.type, status: status,
        monthly: priced.isEmpty ? nil : (priced.reduce(0, +) * 100).rounded() / 100, components: components,
        reason: reason)
    }
    if resource.kind == .manifest {
      return result(.free, reason: "runs on a cluster that is paid for elsewhere")
    }
    if models.free.contains(resource.type) { return result(.free) }
    guard let model = models.models[resource.type] else {
      return result(.unpriced, reason: "no price is known for \(resource.type)")
    }
    guard book.covers(region: region) else {
      return result(.unpriced, reason: "no prices are known for the region \(region)")
    }
    var scope = PriceScope(book: book, graph: graph, resource: resource, region: region)
    let components = model.components.compactMap { scope.component($0) }
    let missing = components.filter { $0.status == .unpriced }
    guard missing.isEmpty else {
      return result(
        .unpriced, components, reason: "no price for " + missing.map { "\($0.name)" }.joined(separator: ", "))
    }
    if components.isEmpty { return result(.free) }
    return result(components.contains { $0.status == .priced } ? .priced : .usage, components)
  }
}
