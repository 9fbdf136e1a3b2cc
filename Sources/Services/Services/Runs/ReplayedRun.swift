import Records
import Reporting
import Vocabulary

/// What a replay of a consultation gives.
package struct ReplayedRun: Sendable {
  package let record: RunRecord
  package let report: Report
  /// What the run began with.
  let setup: RunSetup
  /// The chosen draft's files.
  package let files: [Artifact]
  /// Whether the report's JSON is byte for byte what the run wrote.
  package let identical: Bool
  /// Whether files hold secrets that no record has, so that `files` are not what was written.
  var isMasked = false
}
