/// An agent's claim against a draft. Without a basis that a check can settle it weighs nothing.
package struct Objection: Hashable, Sendable, Codable {
  /// What the claim rests on.
  package struct Basis: Hashable, Sendable, Codable {
    package enum Kind: String, Sendable, Codable {
      case finding, price, requirement, validation, document
    }

    package var kind: Kind
    /// The finding's id, the constraint's or requirement's id, the stage's name, the document's address.
    package var reference: String
    /// What the basis says, with its numbers.
    package var detail: String

    package init(kind: Kind, reference: String, detail: String) {
      self.kind = kind
      self.reference = reference
      self.detail = detail
    }
  }

  /// What became of it.
  package enum Outcome: String, Sendable, Codable {
    case open
    /// The check it names does not say what it claims.
    case dismissed
    /// The revision changed and the check now passes.
    case resolved
    /// The author answered with evidence why it stays.
    case declined
    /// Upheld, and the revision did not settle it.
    case unresolved
    /// Upheld against a draft that was not the one to be revised.
    case setAside = "set-aside"
  }

  package var id: String
  /// The agent's key in `agents.yaml`.
  package var by: String
  /// The label of the draft.
  package var against: String
  package var claim: String
  package var basis: Basis
  package var severity: String
  /// Whether the critic would veto the draft if this stays.
  package var veto: Bool
  package var outcome: Outcome
  /// How it came to that outcome, in a sentence.
  package var answer: String
  /// The objection of the round before that it goes on with, because nothing in the evidence answered it; nil where it was
  /// raised by its critic.
  package var carriedOverFrom: String?

  /// Runs and reports of earlier versions have the last one under its first name.
  private enum CodingKeys: String, CodingKey {
    case id, by, against, claim, basis, severity, veto, outcome, answer
    case carriedOverFrom = "standsFor"
  }

  package init(
    id: String, by: String, against: String, claim: String, basis: Basis, severity: String,
    veto: Bool = false,
    outcome: Outcome = .open, answer: String = ""
  ) {
    self.id = id
    self.by = by
    self.against = against
    self.claim = claim
    self.basis = basis
    self.severity = severity
    self.veto = veto
    self.outcome = outcome
    self.answer = answer
  }
}
