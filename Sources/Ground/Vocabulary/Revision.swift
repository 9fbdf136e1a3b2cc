/// The whole draft rewritten by its author, with an answer to each upheld objection.
package struct Revision: Hashable, Sendable, Codable {
  /// What the author did about one objection.
  package struct Answer: Hashable, Sendable, Codable {
    package var objection: String
    /// False where the author keeps the draft as it is; `reason` then names the evidence.
    package var accepted: Bool
    package var reason: String

    package init(objection: String, accepted: Bool, reason: String) {
      self.objection = objection
      self.accepted = accepted
      self.reason = reason
    }
  }

  package var draft: Draft
  package var answers: [Answer]

  package init(draft: Draft, answers: [Answer]) {
    self.draft = draft
    self.answers = answers
  }
}
