/// The report of one local day on one set of estates.
package struct AdviceNight: Sendable, Hashable {
  /// What was advised on, so that two jobs with one store do not take each other's reports: `prod`, `estates 3/8`.
  package var scope: String
  /// `2026-11-23`.
  package var day: String
  /// What was spent by budget, as JSON: what the next night is compared with.
  package var budgets: String
  /// The report as JSON.
  package var report: String

  package init(scope: String, day: String, budgets: String, report: String) {
    self.scope = scope
    self.day = day
    self.budgets = budgets
    self.report = report
  }
}
