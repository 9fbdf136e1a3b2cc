import Vocabulary

/// What a round of objections came to.
package struct RoundOutcome: Sendable, Hashable, Codable {
  package var objections: [Objection]
  /// The label of the draft that goes on: the revision, or the leading draft where there was nothing to revise.
  package var leading: String
  /// Findings the revision has and the draft had not.
  package var introduced: [String]
  /// Whether another round could change anything: an objection changed state and one is still open.
  package var needsAnotherRound: Bool

  /// The journals of earlier runs have the last one under its first name.
  private enum CodingKeys: String, CodingKey {
    case objections, leading, introduced
    case needsAnotherRound = "goesOn"
  }
}
