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

/// A draft as critics and judges see it: `draft.author` is empty.
package struct Candidate: Sendable, Codable {
  package var draft: Draft
  package var evidence: Evidence

  package init(draft: Draft, evidence: Evidence) {
    self.draft = draft
    self.evidence = evidence
  }
}

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

/// What the author of the best draft gets: the draft, its evidence and the upheld objections.
package struct RevisionAssignment: Sendable {
  package var request: Request
  package var brief: Brief
  package var agent: AgentProfile
  package var candidate: Candidate
  package var objections: [Objection]
  /// The label the revision has to carry.
  package var label: String

  package init(
    request: Request, brief: Brief, agent: AgentProfile, candidate: Candidate, objections: [Objection],
    label: String
  ) {
    self.request = request
    self.brief = brief
    self.agent = agent
    self.candidate = candidate
    self.objections = objections
    self.label = label
  }
}

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
