/// What is to be planned.
struct PlanGoal: Sendable {
  var configuration: Configuration
  /// The configuration folder whose state is meant; the files may be another's for an undo.
  var folder: String
  var purpose: PlanDocument.Purpose = .change
  /// The apply that an undo takes back.
  var undoes: String?
  /// Whether fields of Kubernetes objects that another manager owns are taken over.
  var takesOwnership = false
  /// The vetoes that a person set aside.
  var override: VetoOverride?
  /// Effects that a person allowed, by their ids; nil for files that were planned, approved and applied before.
  var allowed: Set<String>?
}
