import Basics

/// Judges a plan before a person does: what it would cost and which rules it breaks.
package protocol PlanAppraisal: Sendable {
  /// - Parameter plan: as `show -json` prints it.
  func appraise(_ plan: JSONValue) throws -> Appraisal
}

/// Price and policy of a plan.
package struct Appraisal: Sendable, Hashable {
  /// US dollars a month.
  package var before: Double
  package var after: Double
  package var unpriced: [String]
  /// One line for each finding of severity high or worse.
  package var findings: [String]

  package init(before: Double, after: Double, unpriced: [String], findings: [String]) {
    self.before = before
    self.after = after
    self.unpriced = unpriced
    self.findings = findings
  }
}
