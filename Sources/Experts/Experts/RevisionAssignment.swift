import Vocabulary

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
