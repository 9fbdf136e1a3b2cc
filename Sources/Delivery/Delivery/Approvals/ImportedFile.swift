import Records

/// What was taken in from another machine.
package enum ImportedFile: Sendable {
  /// To be read and approved here; only the machine that made it can apply it.
  case plan(PlanRecord, PlanDocument)
  case approval(ApprovalRecord, PlanDocument)
}
