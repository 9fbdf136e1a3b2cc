/// What one kind of artifact shows of drift.
struct DriftFindings: Sendable {
  var changes: [PlannedChange] = []
  /// What the tool printed; empty where it prints no text.
  var diff = ""
}
