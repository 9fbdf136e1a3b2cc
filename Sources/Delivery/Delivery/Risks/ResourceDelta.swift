import Basics

/// One resource as it was and as it will be, from a plan or from a cluster.
package struct ResourceDelta: Sendable, Hashable {
  package var change: PlannedChange
  /// Null where there was, or will be, nothing.
  package var before: JSONValue
  package var after: JSONValue
  /// The plan's `after_unknown`: true wherever a value is known only after the apply.
  package var unknown: JSONValue
  /// Arguments among the unknown that the configuration does not write: what the provider makes of them is not the plan's doing.
  package var unwritten: Set<String> = []

  package init(change: PlannedChange, before: JSONValue, after: JSONValue, unknown: JSONValue = .null) {
    self.change = change
    self.before = before
    self.after = after
    self.unknown = unknown
  }
}
