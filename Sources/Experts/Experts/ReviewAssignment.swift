import Vocabulary

/// What a critic gets: a few unnamed drafts, the most different ones, with their evidence.
package struct ReviewAssignment: Sendable {
  package var brief: Brief
  package var agent: AgentProfile
  package var candidates: [Candidate]
  package var round: Int

  package init(brief: Brief, agent: AgentProfile, candidates: [Candidate], round: Int) {
    self.brief = brief
    self.agent = agent
    self.candidates = candidates
    self.round = round
  }
}
