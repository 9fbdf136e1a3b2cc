import Vocabulary

/// What a judge gets: every candidate, unnamed, in an order of its own.
package struct BallotAssignment: Sendable {
  package var brief: Brief
  package var agent: AgentProfile
  package var candidates: [Candidate]

  package init(brief: Brief, agent: AgentProfile, candidates: [Candidate]) {
    self.brief = brief
    self.agent = agent
    self.candidates = candidates
  }
}
