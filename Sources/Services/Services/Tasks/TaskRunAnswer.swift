import Reporting

/// What came of a crew's tasks.
package struct TaskRunAnswer: Sendable {
  package let report: TaskRunReport
  /// Where the results lie.
  package let folder: String
}
