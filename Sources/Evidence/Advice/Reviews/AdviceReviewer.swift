import Vocabulary

/// An agent of the crew that looks at advice before it counts.
package struct AdviceReviewer: Hashable, Sendable {
  /// The key in `agents.yaml`.
  package var key: String
  package var role: String
  /// What it is concerned with.
  package var focus: [Finding.Category]

  package init(key: String, role: String, focus: [Finding.Category]) {
    self.key = key
    self.role = role
    self.focus = focus
  }

  /// Those who review where no crew is given.
  package static let standard = [
    AdviceReviewer(key: "security_reviewer", role: "Security reviewer", focus: [.security]),
    AdviceReviewer(key: "reliability_engineer", role: "Reliability engineer", focus: [.reliability]),
  ]
}
