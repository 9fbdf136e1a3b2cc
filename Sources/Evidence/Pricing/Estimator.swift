import Basics
import HCL
import ResourceGraph
import Vocabulary

/// Prices the resources of a graph, component by component, from the price book.
package struct Estimator: Sendable {
  private let book: PriceBook
  /// The day for which prices are asked, `2026-07-20`: what a version costs depends on whether its support has ended.
  private let day: String

  /// - Parameter own: facts that go before those of the price book.
  /// - Throws: `PricingError` where the shipped data is broken.
  package init(own: [PriceFact] = []) throws {
    self.init(book: try PriceBook.builtIn().overridden(by: own))
  }

  /// - Parameter day: the day for which prices are asked; by default that of the book.
  package init(book: PriceBook, day: String? = nil) {
    self.book = book
    self.day = day ?? book.date
  }

  /// The same prices for another day.
  package func on(day: String) -> Estimator { Estimator(book: book, day: day) }

  /// - Parameters:
  ///   - region: where the resources are when the configuration does not say.
  ///   - usage: what is used, where it is known.
  ///   - pricesManifests: whether objects of a cluster cost their share of its nodes; they are free where the nodes are
  ///     priced themselves.
  package func estimate(
    _ graph: ResourceGraph, region: String, usage: UsageTable = UsageTable(), pricesManifests: Bool = false
  ) -> PriceEstimate {
    let index = ResourceIndex(graph)
    let regions = RegionFinder(graph: graph, index: index, fallback: region)
    let known = Set(graph.resources.map(\.address))
    let priced = graph.resources.filter { $0.kind != .data } + usage.synthetic(beside: known)
    var pass = EstimatePass(
      book: book, day: day, index: index, regions: regions, usage: usage, pricesManifests: pricesManifests)
    let resources = priced.map { pass.price($0) }
    return PriceEstimate(priceBookDate: book.date, resources: resources)
  }
}
