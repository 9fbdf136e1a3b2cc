/// How sure somebody was of a draft, to be held against what became of it.
package struct ClaimRecord: Sendable, Hashable, Codable {
  package var run: String
  /// The agent's key; `verdict` for the confidence of the whole.
  package var agent: String
  package var model: String
  package var draft: String
  /// 0 to 1, as claimed.
  package var confidence: Double
  package var created: String
  /// Whether the draft was the one chosen: only of that one an outcome can be known.
  package var isChosen: Bool

  package init(
    run: String, agent: String, model: String, draft: String, confidence: Double, created: String,
    isChosen: Bool
  ) {
    self.run = run
    self.agent = agent
    self.model = model
    self.draft = draft
    self.confidence = confidence
    self.created = created
    self.isChosen = isChosen
  }
}
