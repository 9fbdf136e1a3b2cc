/// Who answers for an agent: shown on every page, never swapped in silence.
package struct ExpertIdentity: Hashable, Sendable, Codable {
  package enum Kind: String, Sendable, Codable {
    case model, handbook
  }

  /// The agent's key in `agents.yaml`.
  package var agent: String
  package var kind: Kind
  /// `anthropic/…` for a model; the handbook's edition for the handbook.
  package var model: String
  /// Why this one answers: who named it, or what was found. Nil in runs of versions that did not say.
  package var reason: String?

  package init(agent: String, kind: Kind, model: String, reason: String? = nil) {
    self.agent = agent
    self.kind = kind
    self.model = model
    self.reason = reason
  }
}
