import Basics
import Store

extension Executor {
  /// What is left of an apply whose end is not known.
  package struct Reconciliation: Sendable {
    package let apply: ApplyRecord
    /// What the same files would still change now; empty when everything was done.
    package let remaining: [PlanDocument.Change]
  }

  /// Looks what an apply without a known end has left undone. Nothing is run again.
  package func reconcile(_ id: String, step: @Sendable (String) -> Void) async throws -> Reconciliation {
    let (record, document) = try await planned(id)
    guard let apply = try await store.applies(plan: record.id).first(where: { $0.status == .unknown }) else {
      throw DeliveryError(
        .nothingToPlan, summary: "There is nothing to reconcile",
        detail: "Every apply of \(record.id) has a known end.")
    }
    let own = try Configuration.read("\(planFolder(record.id))/configuration")
    let again = try await plan(
      own, folder: document.folder, purpose: document.purpose, undoes: document.undoes, step: step)
    return Reconciliation(apply: apply, remaining: again.document.changes)
  }

  /// Records a person's word on how an apply without a known end is to be taken.
  package func settle(_ apply: ApplyRecord, as status: ApplyRecord.Status, by person: String) async throws {
    try await store.end(
      apply: apply.id, status: status, detail: "taken as \(status.rawValue) by \(person)",
      audit: entry(.reconciled, apply.id, "taken as \(status.rawValue)", by: person))
  }
}
