import Vocabulary

/// What an expert gets to draft from.
package struct DraftAssignment: Sendable {
  package var request: Request
  package var brief: Brief
  package var agent: AgentProfile
  /// The label the draft has to carry.
  package var label: String

  package init(request: Request, brief: Brief, agent: AgentProfile, label: String) {
    self.request = request
    self.brief = brief
    self.agent = agent
    self.label = label
  }
}
