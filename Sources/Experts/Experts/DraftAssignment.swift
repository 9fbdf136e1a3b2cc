import Vocabulary

/// What an expert gets to draft from.
package struct DraftAssignment: Sendable {
  package var request: Request
  package var brief: Brief
  package var agent: AgentProfile
  /// The label the draft has to carry.
  package var label: String

  /// Which of the agent's own drafts this is, from 0: each is drawn another way.
  package var variant: Int

  package init(request: Request, brief: Brief, agent: AgentProfile, label: String, variant: Int = 0) {
    self.request = request
    self.brief = brief
    self.agent = agent
    self.label = label
    self.variant = variant
  }
}
