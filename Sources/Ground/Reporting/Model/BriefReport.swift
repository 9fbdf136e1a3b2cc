import Vocabulary

/// The brief with each requirement's standing in the chosen draft.
package struct BriefReport: Sendable, Codable {
  package struct Requirement: Sendable, Codable {
    package var id: String
    package var text: String
    package var status: Coverage.Status
    package var evidence: [String]
    package var reason: String

    package init(id: String, text: String, status: Coverage.Status, evidence: [String], reason: String) {
      self.id = id
      self.text = text
      self.status = status
      self.evidence = evidence
      self.reason = reason
    }
  }

  package var title: String
  package var requirements: [Requirement]
  package var constraints: [Constraint]
  package var assumptions: [String]
  package var questions: [String]

  package init(
    title: String, requirements: [Requirement], constraints: [Constraint], assumptions: [String],
    questions: [String]
  ) {
    self.title = title
    self.requirements = requirements
    self.constraints = constraints
    self.assumptions = assumptions
    self.questions = questions
  }
}
