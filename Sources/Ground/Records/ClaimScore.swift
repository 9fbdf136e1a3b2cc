/// How sure one agent's model was, and how often it was right.
package struct ClaimScore: Sendable, Hashable, Codable {
  /// The agent's key; `verdict` for the crew's own confidence.
  package var agent: String
  /// `provider/model` or the handbook; for the verdict the mode.
  package var model: String
  /// Claims on chosen drafts whose outcome is known.
  package var count: Int
  /// The mean claim, 0 to 1.
  package var claimed: Double
  /// The share that turned out right, 0 to 1.
  package var right: Double
  /// The mean squared distance between the two, 0 to 1; 0.25 is a coin.
  package var brier: Double

  package init(agent: String, model: String, count: Int, claimed: Double, right: Double, brier: Double) {
    self.agent = agent
    self.model = model
    self.count = count
    self.claimed = claimed
    self.right = right
    self.brier = brier
  }
}
