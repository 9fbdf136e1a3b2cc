/// What came of planning the files of the last apply before anything changes.
struct UndoRehearsal: Sendable {
  /// What they would change now; not empty where something has drifted.
  var changes: [PlannedChange] = []
  /// Why they can no longer be planned, one sentence each.
  var losses: [String] = []
}
