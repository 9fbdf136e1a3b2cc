import Records

/// What is left of an apply whose end is not known.
package struct Reconciliation: Sendable {
  package let apply: ApplyRecord
  /// What the same files would still change now; empty when everything was done.
  package let remaining: [PlannedChange]
  /// What the tool reported of each resource before it was cut off.
  package let outcomes: [ResourceOutcome]
  /// The plan that would do the rest, made and kept, not approved.
  package let next: String
}
