/// The report of one local day on one set of estates.
package struct AdviceNight: Sendable, Hashable {
  /// What was advised on, so that two jobs with one store do not take each other's reports: `prod`, `estates 3/8`.
  package var scope: String
  /// `2026-11-23`.
  package var day: String
  /// The report as JSON.
  package var report: String

  package init(scope: String, day: String, report: String) {
    self.scope = scope
    self.day = day
    self.report = report
  }
}
