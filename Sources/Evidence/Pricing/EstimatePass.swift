import Clouds
import HCL
import ResourceGraph
import Vocabulary

/// One walk over the resources of a graph, with what is made once for all of them.
struct EstimatePass {
  let book: PriceBook
  let day: String
  let index: ResourceIndex
  let regions: RegionFinder
  let usage: UsageTable
  let pricesManifests: Bool
  /// By provider, made for its first resource.
  private var scopes: [String: PriceScope] = [:]

  init(
    book: PriceBook, day: String, index: ResourceIndex, regions: RegionFinder, usage: UsageTable,
    pricesManifests: Bool
  ) {
    self.book = book
    self.day = day
    self.index = index
    self.regions = regions
    self.usage = usage
    self.pricesManifests = pricesManifests
  }

  mutating func price(_ resource: Resource) -> PriceEstimate.Resource {
    func empty(_ status: PriceEstimate.Status, reason: String = "") -> PriceEstimate.Resource {
      PriceEstimate.Resource(
        address: resource.address, type: resource.type, status: status, monthly: nil, reason: reason)
    }
    if resource.kind == .manifest, !pricesManifests {
      return empty(.free, reason: "runs on a cluster that is paid for elsewhere")
    }
    let known =
      resource.kind == .manifest
      ? CloudCatalog.current.manifests?.id : PriceModels.provider(of: resource.type)
    guard let provider = known else {
      return empty(
        Self.isLocal(resource.type) ? .free : .unpriced, reason: "no price is known for \(resource.type)")
    }
    let models: PriceModels
    do {
      models = try PriceModels.builtIn(provider)
    } catch {
      return empty(.unpriced, reason: "\(error)")
    }
    if models.free.contains(resource.type) { return empty(.free) }
    guard let model = models.models[resource.type] else {
      return empty(.unpriced, reason: "no price is known for \(resource.type)")
    }
    return price(resource, model: model, models: models, provider: provider)
  }

  private mutating func price(
    _ resource: Resource, model: PriceModel, models: PriceModels, provider: String
  ) -> PriceEstimate.Resource {
    let own = usage.usage(of: resource)
    let region = regions.region(of: resource, provider: provider, usage: own)
    func context(_ bound: Usage.Bound) -> PriceContext {
      PriceContext(
        book: book, day: day, index: index, resource: resource, provider: provider, region: region,
        usage: usage,
        bound: bound)
    }
    let scope = scopes[provider] ?? PriceScope(models: models, context: context(.expected))
    scopes[provider] = scope
    func lines(_ bound: Usage.Bound) -> PriceLines {
      scope.lines(of: model, context(bound), usage: own.value(bound))
    }
    var result = Self.sum(resource, lines: lines(.expected), region: region)
    let factored = scope.takeFactored()
    if !factored.isEmpty, result.status != .free { result.byFactor = factored }
    if resource.key?.isUnknown == true, result.status != .free {
      result.status = .unpriced
      result.reason = "how many there are is not known before apply: priced once"
    }
    if own.isRange {
      result.low = Self.total(lines(.low).lines.compactMap(\.component))
      result.high = Self.total(lines(.high).lines.compactMap(\.component))
    }
    return result
  }

  private static func sum(
    _ resource: Resource, lines: PriceLines, region: String
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
