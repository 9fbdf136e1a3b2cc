import Advice
import Basics
import Clouds
import CrewFile
import Foundation
import ResourceGraph
import Trust
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
  ///   - day: for which prices are asked; by default today in UTC, as advice takes it: what is past its support
  ///     costs more.
  /// - Throws: `Diagnostic` or `PricingError` for prices that cannot be read.
  package init(
    region: String?, installation: Installation, prices: [String] = [], day: CalendarDay? = nil
  ) throws {
    self.region =
      region ?? CloudCatalog.current.region(in: installation.environment)
    book = try PriceBook.builtIn().with(OwnPrices(folder: installation.priceFolder))
      .overridden(by: prices.flatMap { try OwnPrices.facts(file: $0) })
      .discounted(by: CrewTrust.configuration(installation.configurationPlaces).discounts)
    let own = OwnPrices(folder: installation.priceFolder)
    if let region, try !Self.isKnown(region, book: book, own: own) {
      throw Diagnostic(
        code: "cost.region", summary: "No such region",
        detail:
          "'\(region)' is no region that prices are known of: a country or a city is none. Give one as the cloud "
          + "names it: \(CloudCatalog.current.clouds.map(\.regions.reference).filter { $0 != "any" }.joined(separator: ", "))."
      )
    }
    estimator = Estimator(book: book, day: (day ?? Self.today).description)
  }

  /// Whether any cloud's prices are known of a region.
  private static func isKnown(_ region: String, book: PriceBook, own: OwnPrices) throws -> Bool {
    try CloudCatalog.current.clouds.contains { cloud in
      book.covers(region: cloud.regions.canonical(region), provider: cloud.id)
    } || own.facts().contains { $0.region == region }
  }

  private static var today: CalendarDay {
    CalendarDay(daysSince1970: Int(saturating: (Date().timeIntervalSince1970 / 86400).rounded(.down)))
  }

  /// - Parameters:
  ///   - usage: the path of a usage file.
  ///   - before: what the difference is taken to; nil for none.
  ///   - bills: paths of bills in FOCUS format that the estimate is held against.
  /// - Throws: `Diagnostic` for what cannot be read. A usage file that names what is not there is in the report.
  package func report(_ path: String, usage: String? = nil, before: String? = nil, bills: [String] = [])
    throws -> CostReport
  {
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
    let bill =
      try bills.isEmpty
      ? nil : BillReconciliation(paths: bills).comparison(with: estimate, graph: source.graph)
    return CostReport(
      path: path, estimate: estimate, before: past, bill: bill, discounts: book.discounts,
      faults: faults + book.faults.map(Self.unreadable))
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
