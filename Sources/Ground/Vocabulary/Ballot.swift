/// One judge's independent scores of every candidate.
package struct Ballot: Hashable, Sendable, Codable {
  /// One candidate's marks, each 0 to 10.
  package struct Score: Hashable, Sendable, Codable {
    package var draft: String
    package var requirements: Double
    package var security: Double
    package var reliability: Double
    package var cost: Double
    /// Weighted by the judge's role, 0 to 10.
    package var total: Double
    package var reason: String

    package init(
      draft: String, requirements: Double, security: Double, reliability: Double, cost: Double, total: Double,
      reason: String
    ) {
      self.draft = draft
      self.requirements = requirements
      self.security = security
      self.reliability = reliability
      self.cost = cost
      self.total = total
      self.reason = reason
    }
  }

  package var judge: String
  /// The order in which this judge saw the candidates.
  package var order: [String]
  package var scores: [Score]

  package init(judge: String, order: [String], scores: [Score]) {
    self.judge = judge
    self.order = order
    self.scores = scores
  }

  /// The label with the highest total; the earlier in label order of two equals.
  package var preferred: String? {
    scores.sorted { $0.draft < $1.draft }.max { $0.total < $1.total }?.draft
  }
}
