/// One expert's whole proposal. A revision is a draft too: the whole rewritten, never a merge.
package struct Draft: Hashable, Sendable, Codable {
  /// `A`, `B`, …; a revision adds its round: `A2`. Judges and critics see this and nothing of the author.
  package var label: String
  /// The agent's key in `agents.yaml`.
  package var author: String
  package var summary: String
  package var decisions: [Decision]
  package var files: [Artifact]
  package var assumptions: [String]
  /// What the author claims, 0 to 1.
  package var confidence: Double
  /// What the author could not do or had to leave open, one sentence each.
  package var notes: [String]
  /// What was mended for certain before anybody saw the draft, with place and reason.
  package var repairs: [String] = []

  package init(
    label: String, author: String, summary: String, decisions: [Decision] = [], files: [Artifact],
    assumptions: [String] = [], confidence: Double, notes: [String] = []
  ) {
    self.label = label
    self.author = author
    self.summary = summary
    self.decisions = decisions
    self.files = files
    self.assumptions = assumptions
    self.confidence = confidence
    self.notes = notes
  }
}
