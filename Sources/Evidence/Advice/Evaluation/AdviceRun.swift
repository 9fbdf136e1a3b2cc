import Basics
import Digests
import HCL
import ResourceGraph
import Policies
import Pricing
import Vocabulary

/// One pass of all rules over one estate. Each rule sees the resources as the advice before it leaves them, so that
/// what is saved twice is counted once.
struct AdviceRun {
  let estate: Estate
  let book: AdviceBook
  let estimator: Estimator
  let policies: PolicyPack
  let prices: PriceBook
  let options: AdviceOptions
  let region: String

  var working: WorkingGraph
  var writer: PatchWriter
  /// Patches that were taken, in order.
  var taken: [(fingerprint: String, draft: PatchWriter.Draft)] = []
  /// What each resource costs a month now, by the estimator.
  var costs: [String: Double] = [:]
  /// The part of that cost which earlier advice without a patch left: what is stopped at night costs less than its price.
  var shares: [String: Double] = [:]

  /// What resources cost on top of what the estimator knows of, as rules found out.
  var surcharges: [String: Double] = [:]

  private let relations: RelationIndex
  let environments: EnvironmentReader
  let missing = Missing()
  private let total: PriceEstimate
  private var recommendations: [Recommendation] = []
  private var judgements: [RuleJudgement] = []
  private var undecided: [String: Set<String>] = [:]

  init(
    _ estate: Estate, book: AdviceBook, estimator: Estimator, policies: PolicyPack, prices: PriceBook,
    options: AdviceOptions
  ) {
    self.estate = estate
    self.book = book
    self.estimator = estimator
    self.policies = policies
    self.prices = prices
    self.options = options
    region = EstateRegion.region(of: estate)
    let whole = Resource(observed: Resource.estateType, name: estate.name, [:])
    working = WorkingGraph(
      ResourceGraph(resources: estate.graph.resources + [whole], configuration: estate.graph.configuration))
    writer = PatchWriter(code: estate.code)
    relations = RelationIndex(estate.graph)
    environments = EnvironmentReader(tables: book.tables, graph: estate.graph, estate: estate.name)
    total = estimator.estimate(estate.graph, region: region, pricesManifests: estate.isCluster)
    costs = Dictionary(
      total.resources.compactMap { resource in Self.cost(resource).map { (resource.address, $0) } }
    ) {
      first, _ in first
    }
  }

  /// What is known of the cost of a resource: nothing for one without a price.
  static func cost(_ resource: PriceEstimate.Resource) -> Double? {
    resource.status == .unpriced ? nil : resource.monthly
  }

  mutating func advise() -> EstateAdvice {
    for rule in book.rules { advise(by: rule) }
    let extra = surcharges.values.reduce(0, +)
    let known = total.resources.compactMap { resource in
      Self.cost(resource).map { (resource.address, $0 + (surcharges[resource.address] ?? 0)) }
    }
    return EstateAdvice(
      estate: estate.name, recommendations: recommendations, judgements: judgements,
      monthly: Self.cents(total.monthly + extra),
      coverage: total.coverage, resources: total.resources.count, priceBookDate: total.priceBookDate,
      costs: Dictionary(known) { first, _ in first }, addresses: Set(estate.graph.resources.map(\.address)),
      undecided: undecided, notes: estate.notes)
  }

  private func scope() -> AdviceScope {
    AdviceScope(
      estate: estate, working: working, relations: relations, environments: environments, book: book,
      prices: prices,
      region: region, missing: missing,
      costs: costs.reduce(into: [:]) { $0[$1.key] = $1.value * (shares[$1.key] ?? 1) })
  }

  private mutating func advise(by rule: AdviceRule) {
    let resources = rule.types.flatMap { working.resources(ofType: $0) }
    var judgement = RuleJudgement(
      rule: rule.id, number: rule.number, title: rule.title, resources: resources.count, advised: 0,
      unjudged: 0,
      needs: [])
    defer { judgements.append(judgement) }
    guard !resources.isEmpty else {
      judgement.needs = rule.needs.filter { !estate.sources.contains($0) }.map(\.option)
      return
    }
    let scope = scope()
    var evaluation = RuleEvaluation(rule, scope: scope)
    var hits: [Hit] = []
    var counts: [String: Int] = [:]
    for resource in resources {
      counts[block(of: resource), default: 0] += 1
      if !resource.modulePrefix.isEmpty { counts[call(of: resource), default: 0] += 1 }
      hits += evaluation.hits(on: resource)
    }
    judgement.unjudged = evaluation.unjudged
    judgement.needs = evaluation.needs
    judgement.forbidden = evaluation.forbidden.isEmpty ? nil : evaluation.forbidden
    undecided[rule.id] = evaluation.undecided
    for group in groups(hits, counts: counts) {
      guard let recommendation = consider(group, rule: rule, scope: scope) else { continue }
      recommendations.append(recommendation)
      judgement.advised += 1
    }
  }

  /// What a change of the code would change together: the block, or the resource where there is no code.
  private func block(of resource: Resource) -> String {
    estate.code.slice(of: resource).map { "\($0.file):\($0.range.lowerBound)" } ?? resource.blockAddress
  }

  /// The same within one call of the module.
  private func call(of resource: Resource) -> String { "\(block(of: resource)) in \(resource.modulePath)" }

  /// The instances of a block together where the rule advises on all of them, or on all that one call of its module makes.
  private func groups(_ hits: [Hit], counts: [String: Int]) -> [HitGroup] {
    var groups: [HitGroup] = []
    var places: [String: Int] = [:]
    func found(_ key: (Resource) -> String) -> [String: Int] {
      Dictionary(grouping: hits, by: { key($0.resource) }).mapValues {
        Set($0.map(\.resource.address)).count
      }
    }
    let (inBlocks, inCalls) = (found(block), found(call))
    for hit in hits {
      let (block, call) = (block(of: hit.resource), call(of: hit.resource))
      let part = hit.part ?? ""
      let extent: HitGroup.Extent =
        inBlocks[block] == counts[block] ? .block : inCalls[call] == counts[call] ? .call : .instance
      let key =
        switch extent {
        case .block: "\(block)#\(part)"
        case .call: "\(call)#\(part)"
        case .instance: "\(hit.resource.address)#\(part)"
        }
      if let place = places[key] {
        groups[place].hits.append(hit)
      } else {
        places[key] = groups.count
        let whole = extent == .call ? counts[call] : counts[block]
        groups.append(HitGroup(hits: [hit], extent: extent, isEveryInstance: (whole ?? 1) > 1))
      }
    }
    return groups
  }
}

extension Resource {
  /// The module it is in without the keys of calls: `module.net.`.
  fileprivate var modulePath: String {
    var path = ""
    var depth = 0
    for character in modulePrefix {
      if character == "[" { depth += 1 }
      if depth == 0 { path.append(character) }
      if character == "]" { depth -= 1 }
    }
    return path
  }
}
