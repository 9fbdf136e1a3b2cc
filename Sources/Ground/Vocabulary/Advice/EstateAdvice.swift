/// Everything that was found on one estate.
package struct EstateAdvice: Hashable, Sendable, Codable {
  package var estate: String
  package var recommendations: [Recommendation]
  package var judgements: [RuleJudgement]
  /// What the estate costs a month by the price book, before any change.
  package var monthly: Double
  /// Share of the resources that may cost something for which a price is known, 0 to 1.
  package var coverage: Double
  package var resources: Int
  package var priceBookDate: String
  /// What each resource costs a month before any change, where a price is known.
  package var costs: [String: Double]
  /// Of every resource that exists before any change.
  package var addresses: Set<String>
  /// By rule: the resources that it could not be decided on.
  package var undecided: [String: Set<String>]
  /// What a reader should know of the sources.
  package var notes: [String]
  /// All patches as one difference, which applies as a whole; nil where there is none, or one of them cannot stay.
  package var patch: String?

  package init(
    estate: String, recommendations: [Recommendation], judgements: [RuleJudgement], monthly: Double,
    coverage: Double,
    resources: Int, priceBookDate: String, costs: [String: Double] = [:], addresses: Set<String> = [],
    undecided: [String: Set<String>] = [:],
    notes: [String] = []
  ) {
    self.estate = estate
    self.recommendations = recommendations
    self.judgements = judgements
    self.monthly = monthly
    self.coverage = coverage
    self.resources = resources
    self.priceBookDate = priceBookDate
    self.costs = costs
    self.addresses = addresses
    self.undecided = undecided
    self.notes = notes
  }

  /// US dollars a month of everything nobody objected to.
  package var saving: Double { recommendations.reduce(0) { $0 + $1.counted } }
}
