/// An earlier consultation on a similar request that this one was made with in view.
package struct RememberedReport: Sendable, Hashable, Codable {
  /// The memory's id, for `consilium memory show`.
  package var id: String
  package var run: String
  package var created: String
  package var title: String
  /// 0 to 1.
  package var score: Double
  /// Why it was recalled.
  package var reasons: [String]
  /// What became of it: `open`, `planned`, `applied`.
  package var outcome: String
  package var monthly: Double
  package var types: [String]
  /// What both requests claim, as resource types and kinds; nil in reports of versions that recalled by words alone.
  package var shares: [String]?

  package init(
    id: String, run: String, created: String, title: String, score: Double, reasons: [String],
    outcome: String,
    monthly: Double, types: [String], shares: [String]? = nil
  ) {
    self.id = id
    self.run = run
    self.created = created
    self.title = title
    self.score = score
    self.reasons = reasons
    self.outcome = outcome
    self.monthly = monthly
    self.types = types
    self.shares = shares
  }
}
