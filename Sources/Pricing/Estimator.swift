import Basics
import HCL
import Infrastructure
import Vocabulary

/// Prices the resources of a graph, component by component, from the price book.
package struct Estimator: Sendable {
  private let book: PriceBook

  /// - Parameter own: facts that go before those of the price book.
  /// - Throws: `PricingError` where the shipped data is broken.
  package init(own: [PriceFact] = []) throws {
    book = try PriceBook.builtIn().overridden(by: own)
    // Broken models are reported here, so that estimating itself cannot fail.
    for provider in ["aws", "azure", "google", "kubernetes"] { _ = try PriceModels.builtIn(provider) }
  }

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
    let managed = graph.resources.filter { $0.kind != .data } + usage.synthetic(beside: known)
    let resources = managed.map { price($0, index, regions, usage, pricesManifests) }
    return PriceEstimate(priceBookDate: book.date, resources: resources)
  }

  private func price(
    _ resource: Resource, _ index: ResourceIndex, _ regions: RegionFinder, _ table: UsageTable,
    _ pricesManifests: Bool
  ) -> PriceEstimate.Resource {
    func empty(_ status: PriceEstimate.Status, _ reason: String = "") -> PriceEstimate.Resource {
      PriceEstimate.Resource(
        address: resource.address, type: resource.type, status: status, monthly: nil, reason: reason)
    }
    if resource.kind == .manifest, !pricesManifests {
      return empty(.free, "runs on a cluster that is paid for elsewhere")
    }
    let known = resource.kind == .manifest ? "kubernetes" : PriceModels.provider(of: resource.type)
    guard let provider = known else {
      return empty(Self.isLocal(resource.type) ? .free : .unpriced, "no price is known for \(resource.type)")
    }
    let models: PriceModels
    do {
      models = try PriceModels.builtIn(provider)
    } catch {
      return empty(.unpriced, "\(error)")
    }
    if models.free.contains(resource.type) { return empty(.free) }
    guard let model = models.models[resource.type] else {
      if resource.kind == .manifest { return empty(.free) }
      return empty(.unpriced, "no price is known for \(resource.type)")
    }
    let usage = table.usage(of: resource)
    let region = regions.region(of: resource, provider: provider, usage: usage)
    func lines(_ bound: Usage.Bound) -> PriceLines {
      let context = PriceContext(
        book: book, index: index, resource: resource, provider: provider, region: region, usage: table,
        bound: bound)
      var scope = PriceScope(context: context, models: models, usage: usage.value(bound))
      return scope.lines(of: model)
    }
    var result = Self.sum(resource, lines(.expected), region)
    if resource.key?.isUnknown == true, result.status != .free {
      result.status = .unpriced
      result.reason = "how many there are is not known before apply: priced once"
    }
    if usage.isRange {
      result.low = Self.total(lines(.low).lines.compactMap(\.component))
      result.high = Self.total(lines(.high).lines.compactMap(\.component))
    }
    return result
  }

  private static func sum(
    _ resource: Resource, _ lines: PriceLines, _ region: String
  ) -> PriceEstimate.Resource {
    let components = lines.lines.compactMap(\.component)
    let missing = components.filter { $0.status == .unpriced }
    let status: PriceEstimate.Status =
      if !missing.isEmpty || !lines.reasons.isEmpty {
        .unpriced
      } else if components.isEmpty {
        .free
      } else {
        components.contains { $0.status == .priced } ? .priced : .usage
      }
    let reasons = lines.reasons + missing.map { "\($0.name): \($0.reason ?? "")" }
    return PriceEstimate.Resource(
      address: resource.address, type: resource.type, status: status, monthly: total(components),
      components: components, reason: reasons.isEmpty ? "" : "\(reasons.joined(separator: ", ")) (\(region))")
  }

  /// Rounded to cents; nil where nothing is priced.
  private static func total(_ components: [PriceEstimate.Component]) -> Double? {
    let priced = components.compactMap(\.monthly)
    return priced.isEmpty ? nil : (priced.reduce(0, +) * 100).rounded() / 100
  }

  /// Whether the type is one of those that exist in the state only.
  private static func isLocal(_ type: String) -> Bool {
    ["terraform", "null", "random", "local", "tls", "time", "archive", "template"].contains(
      String(type.prefix { $0 != "_" }))
  }
}
