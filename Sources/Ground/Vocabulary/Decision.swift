/// One choice of a draft, with why and what was not taken.
package struct Decision: Hashable, Sendable, Codable {
  /// What is decided, stable within a consultation: `database.instance-class`.
  package var topic: String
  package var choice: String
  package var rationale: String
  /// What else was considered and why it lost, one sentence each.
  package var alternatives: [String]

  package init(topic: String, choice: String, rationale: String, alternatives: [String] = []) {
    self.topic = topic
    self.choice = choice
    self.rationale = rationale
    self.alternatives = alternatives
  }
}
