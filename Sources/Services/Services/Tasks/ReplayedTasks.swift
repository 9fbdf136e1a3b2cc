import Records
import Reporting
import Vocabulary

/// What a replay of a run of tasks gives.
package struct ReplayedTasks: Sendable {
  package let record: RunRecord
  package let report: TaskRunReport
  /// Whether the report's JSON is byte for byte what the run wrote.
  package let identical: Bool
  package let files: [Artifact]
}
