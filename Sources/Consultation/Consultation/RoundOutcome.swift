import Vocabulary

/// What a round of objections came to.
package struct RoundOutcome: Sendable, Hashable, Codable {
  package var objections: [Objection]
  /// The label of the draft that goes on: the revision, or the leading draft where there was nothing to revise.
  package var leading: String
  /// Findings the revision has and the draft had not.
  package var introduced: [String]
  /// Whether another round could change anything: an objection changed state and one is still open.
  package var goesOn: Bool
}
