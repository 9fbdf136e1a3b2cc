import Vocabulary

/// The brief with each requirement's standing in the chosen draft.
package struct BriefReport: Sendable, Codable {
  package struct Requirement: Sendable, Codable {
    package var id: String
    package var text: String
    package var status: Coverage.Status
    package var evidence: [String]
    package var reason: String
    /// Nil in reports of versions without claims.
    package var kind: ClaimKind?
    /// Where each piece of evidence is written, `infrastructure/database.tf:12`, empty where that is not known; nil in reports of
    /// versions without it.
    package var places: [String]?

    package init(
      id: String, text: String, status: Coverage.Status, evidence: [String], reason: String,
      kind: ClaimKind? = nil, places: [String]? = nil
    ) {
      self.id = id
      self.text = text
      self.status = status
      self.evidence = evidence
      self.reason = reason
      self.kind = kind
      self.places = places
    }
  }

  package var title: String
  package var requirements: [Requirement]
  package var constraints: [Constraint]
  package var assumptions: [String]
  package var questions: [String]
  /// The request, piece by piece, with where each went; nil in reports of versions without it.
  package var placements: [Placement]?

  package init(
    title: String, requirements: [Requirement], constraints: [Constraint], assumptions: [String],
    questions: [String], placements: [Placement]? = nil
  ) {
    self.title = title
    self.requirements = requirements
    self.constraints = constraints
    self.assumptions = assumptions
    self.questions = questions
    self.placements = placements
  }
}
