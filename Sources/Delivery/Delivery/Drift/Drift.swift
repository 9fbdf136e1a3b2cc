/// What differs between what was applied and what really exists.
package struct Drift: Sendable, Codable {
  package let folder: String
  package let changes: [PlannedChange]
  /// What `kubectl diff` printed; empty where there are no manifests.
  package let diff: String
}
