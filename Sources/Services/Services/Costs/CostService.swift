import Basics
import Clouds
import Foundation
import ResourceGraph
import Pricing
import Reporting
import Vocabulary

/// Says what configurations, plans, states and manifests cost in a month.
package struct CostService: Sendable {
  private let book: PriceBook
  private let estimator: Estimator
  private let region: String

  /// - Parameters:
  ///   - region: where resources are when their configuration does not say.
  ///   - installation: whose folder has prices of one's own.
  ///   - prices: files of prices that go before all others.
  /// - Throws: `Diagnostic` or `PricingError` for prices that cannot be read.
  package init(region: String?, installation: Installation, prices: [String] = []) throws {
    self.region =
      region ?? CloudCatalog.current.region(in: installation.environment)
    book = try PriceBook.builtIn().with(OwnPrices(folder: installation.priceFolder))
      .overridden(by: prices.flatMap { try OwnPrices.facts(file: $0) })
    estimator = Estimator(book: book)
  }

  /// - Parameters:
  ///   - usage: the path of a usage file.
  ///   - before: what the difference is taken to; nil for none.
  /// - Throws: `Diagnostic` for what cannot be read. A usage file that names what is not there is in the report.
  package func report(_ path: String, usage: String? = nil, before: String? = nil) throws -> CostReport {
    let file = try usage.map { path in
      try UsageFile(path: path, text: SourceFile.text(path, code: "cost.unreadable"))
    }
    let source = try SourceGraph(path: path, code: "cost.unreadable")
    let table = file?.table ?? UsageTable()
    let estimate = estimate(source, usage: table)
    let faults = Self.unreadable(source) + (file?.faults(in: source.graph) ?? [])
    let past = try before.map {
      self.estimate(try SourceGraph(path: $0, code: "cost.unreadable"), usage: table)
    }
    return CostReport(
      path: path, estimate: estimate, before: past, faults: faults + book.faults.map(Self.unreadable))
  }

  /// What could not be read of the input; what is only invalid can be priced as it stands.
  private static func unreadable(_ source: SourceGraph) -> [Diagnostic] {
    source.graph.diagnostics.filter { source.isCluster || $0.code.hasPrefix("hcl.syntax") }
  }

  /// What was not read costs something that nobody knows.
  private static func unpriced(_ unread: SourceGraph.Unread) -> PriceEstimate.Resource {
    PriceEstimate.Resource(
      address: unread.address, type: unread.type, status: .unpriced, monthly: nil, reason: unread.reason)
  }

  /// A table of prices that is broken: what it has is not priced by it.
  private static func unreadable(_ fault: String) -> Diagnostic {
    Diagnostic(code: "cost.prices", summary: "Prices cannot be read", detail: fault)
  }

  private func estimate(_ source: SourceGraph, usage: UsageTable) -> PriceEstimate {
    let estimate = estimator.estimate(
      source.graph, region: source.region ?? region, usage: usage, pricesManifests: source.isCluster)
    return PriceEstimate(
      priceBookDate: estimate.priceBookDate, resources: estimate.resources + source.unread.map(Self.unpriced))
  }
}

extension Installation {
  /// Where prices of one's own are kept.
  package var priceFolder: String { "\(stateFolder)/prices" }
}
