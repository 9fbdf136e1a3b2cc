import Records
import Advice
import Basics
import Clouds
import CrewFile
import CurlHTTP
import Foundation
import HCL
import ResourceGraph
import Memory
import Pricing
import Reporting
import Store
import Trust
import Vocabulary

/// Gives advice on one estate or on many, one after the other, and remembers it from night to night.
package struct AdviceService: Sendable {
  let installation: Installation
  private let caller: Caller
  private let adviser: Adviser
  private let transport: any HTTPTransport
  /// Hears which estate is being looked at.
  private let progress: @Sendable (String) -> Void

  /// - Throws: where rules, prices or schemas cannot be read.
  package init(
    installation: Installation, caller: Caller? = nil, transport: any HTTPTransport = CurlTransport.shared,
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) throws {
    self.installation = installation
    self.caller = caller ?? .login(installation.environment)
    self.transport = transport
    self.progress = progress
    adviser = try Adviser(
      schemas: try SchemaService(installation: installation).shelf(),
      own: try OwnPrices(folder: installation.priceFolder).facts(),
      discounts: try CrewTrust.configuration(installation.configurationPlaces).discounts)
  }

  /// - Throws: for what concerns every estate: a Prometheus that does not answer, a budget file that is wrong. One of many
  ///   estates that cannot be read is in the report.
  package func report(_ request: AdviceRequest) async throws -> AdviceReport {
    let today = try request.day ?? LocalDay(zone: request.timeZone).day(of: request.now)
    let crew = try await AdviceCrew(request, installation: installation, progress: progress)
    let store = try request.store.map { try Store(path: $0) }
    let budgets = try request.budgets.map { path in
      try BudgetFile(try SourceFile.text(path, code: "advise.unreadable"), file: path).budgets
    }
    let night = try await store?.lastNight(scope: request.scope, before: today.description)
    let before = try night.map { try JSONValue(parsing: $0.budgets).decoded(as: [BudgetReport].self) }
    let exports = try await exports(request, today: today)
    var collection = AdviceCollection(
      budgets: budgets ?? [], since: night?.day, remembers: store != nil)
    for place in try places(request) {
      progress(place.name)
      do {
        let estate = try await estate(place, request: request, exports: exports, today: today)
        let known = try await store?.advice(estate: estate.name) ?? []
        var ledger = NightLedger(day: today, known: known, since: night?.day)
        let advice = try await crew.reviewed(estate, adviser: adviser, dismissed: ledger.dismissed)
        ledger.take(advice)
        collection.add(advice, estate: estate, ledger: ledger)
      } catch  where request.all != nil && !(error is CancellationError) {
        collection.miss(place.name, detail: "\(error)")
      }
    }
    collection.reviewers = crew.reviewers
    let report = collection.report(day: today, before: before ?? [], adviser: adviser)
    if let store { try await keep(report, records: collection.records, request: request, store: store) }
    return report
  }

  private func places(_ request: AdviceRequest) throws -> [EstateWalk.Place] {
    if let all = request.all { return try EstateWalk(folder: all, shard: request.shard).places }
    return [EstateWalk.Place(name: request.estateName, paths: request.sources)]
  }

  private func estate(
    _ place: EstateWalk.Place, request: AdviceRequest, exports: AdviceExports, today: CalendarDay
  ) async throws -> Estate {
    let region = request.region ?? CloudCatalog.current.region(in: installation.environment)
    var estate = try EstateSources(place.paths).estate(name: place.name, region: region, today: today)
    // An export of the whole account belongs to no single one of many estates.
    if request.all == nil { estate = exports.joined(to: estate) }
    estate.metrics = try await metrics(request, exports: exports, estate: estate)
    if estate.metrics != nil { estate.sources.insert(.metrics) }
    return estate
  }

  /// Of one estate what its resources can have; for many everything, once.
  private func metrics(
    _ request: AdviceRequest, exports: AdviceExports, estate: Estate
  ) async throws -> MetricStore? {
    if request.all != nil { return exports.metrics }
    guard let address = request.prometheus else { return exports.metrics }
    var store = try await prometheus(address).read(
      adviser.book.metrics, names: adviser.book.metricNames(for: estate.graph), window: request.window,
      now: request.now.timeIntervalSince1970)
    if let own = exports.metrics { store.merge(own) }
    return store
  }

  private func exports(_ request: AdviceRequest, today: CalendarDay) async throws -> AdviceExports {
    var exports = try AdviceExports(
      bills: request.bills, cloud: request.cloud, catalogue: adviser.book.metrics, window: request.window)
    if request.all != nil, let address = request.prometheus {
      exports.metrics = try await prometheus(address).read(
        adviser.book.metrics, names: adviser.book.metricNames, window: request.window,
        now: request.now.timeIntervalSince1970)
    }
    return exports
  }

  private func prometheus(_ address: String) -> PrometheusReader {
    PrometheusReader(
      address: address, token: installation.environment["CONSILIUM_PROMETHEUS_TOKEN"], transport: transport)
  }

  private func keep(
    _ report: AdviceReport, records: [AdviceRecord], request: AdviceRequest, store: Store
  ) async throws {
    try await store.keep(
      advice: records,
      night: AdviceNight(
        scope: request.scope, day: report.day,
        budgets: try JSONValue(encoding: report.budgets).compact, report: try report.json()),
      audit: AuditEntry(
        time: request.now.ISO8601Format(), actor: caller.name,
        action: .advised,
        subject: request.scope,
        detail: "\(report.recommendations.count) pieces of advice, \(Money.text(report.saving)) a month"))
    // After the night is kept: a night that is run again remembers the same.
    try await store.remember(records.compactMap(Remembering.record))
  }
}
