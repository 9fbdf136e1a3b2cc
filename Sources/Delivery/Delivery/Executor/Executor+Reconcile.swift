import Records
import Basics
import FoundationEssentials
import Store

extension Executor {
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

  /// Looks what an apply without a known end has left undone. Nothing is run again.
  package func reconcile(_ id: String, progress: @escaping ProgressObserver) async throws -> Reconciliation {
    let (record, document) = try await planned(id)
    guard let apply = try await store.applies(plan: record.id).first(where: { $0.status == .unknown }) else {
      throw DeliveryError(
        .nothingToPlan, summary: "There is nothing to reconcile",
        detail: "Every apply of \(record.id) has a known end.")
    }
    let again = try await plan(
      PlanGoal(
        configuration: try keptConfiguration(record.id, folder: document.folder), folder: document.folder,
        purpose: document.purpose, undoes: document.undoes,
        takesOwnership: document.cluster?.takesOwnership ?? false),
      progress: progress)
    return Reconciliation(
      apply: apply, remaining: again.document.changes.filter { $0.action != .read },
      outcomes: reported(apply.id), next: again.record.id)
  }

  /// Records a person's word on how an apply without a known end is to be taken.
  package func settle(_ apply: ApplyRecord, as status: ApplyRecord.Status, by person: String) async throws {
    try await store.end(
      apply: apply.id, status: status, detail: "taken as \(status.rawValue) by \(person)",
      outcome: try JSONValue(encoding: reported(apply.id)),
      audit: entry(.reconciled, subject: apply.id, detail: "taken as \(status.rawValue)", by: person))
  }

  /// From the stream that outlived the executor.
  private func reported(_ apply: String) -> [ResourceOutcome] {
    guard let data = FileManager.default.contents(atPath: logFile(apply)) else { return [] }
    let stream = ToolStream(mask: mask) { _ in }
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") { stream.take(String(line)) }
    return stream.outcomes
  }
}
