/// The request as a ledger: append-only, so no round may lose a requirement.
package struct Brief: Hashable, Sendable, Codable {
  /// A few words that name the whole, for titles and folder names.
  package var title: String
  package var requirements: [Requirement]
  package var constraints: [Constraint]
  /// What was taken for granted because the request does not say.
  package var assumptions: [String]
  /// What was not understood or could not be settled; asked instead of guessed in silence.
  package var questions: [String]
  /// The request, piece by piece, with where each went; nil in briefs of versions without it.
  package var placements: [Placement]?

  package init(
    title: String, requirements: [Requirement], constraints: [Constraint] = [], assumptions: [String] = [],
    questions: [String] = [], placements: [Placement]? = nil
  ) {
    self.title = title
    self.requirements = requirements
    self.constraints = constraints
    self.assumptions = assumptions
    self.questions = questions
    self.placements = placements
  }

  /// The monthly limit in US dollars, when the request states one.
  package var budget: Double? {
    constraints.first { $0.kind == .budget }?.number
  }

  /// The region asked for, when the request states one.
  package var region: String? {
    constraints.first { $0.kind == .region }?.value
  }
}
