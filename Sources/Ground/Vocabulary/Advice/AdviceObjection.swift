/// What a reviewer of the crew has against an advice. An objected saving does not count.
package struct AdviceObjection: Hashable, Sendable, Codable {
  /// The agent's key: `reliability_engineer`.
  package var by: String
  package var role: String
  /// Who answered for the agent: `handbook`, or a model's name.
  package var answeredBy: String
  /// The rule of the handbook, or `model`.
  package var rule: String
  package var reason: String

  package init(by: String, role: String, answeredBy: String, rule: String, reason: String) {
    self.by = by
    self.role = role
    self.answeredBy = answeredBy
    self.rule = rule
    self.reason = reason
  }
}
