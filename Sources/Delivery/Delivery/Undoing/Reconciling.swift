import Records
import Basics
import FoundationEssentials
import Store

/// Finds out what an apply that was cut off has left undone, and takes a person's word on it. Nothing is run again.
struct Reconciling: Sendable {
  let archive: PlanArchive
  let planning: Planning
  let trail: DeliveryTrail

  /// What an apply without a known end has left undone.
  func reconcile(_ id: String, progress: @escaping ProgressObserver) async throws -> Reconciliation {
    let (record, document) = try await archive.planned(id)
    guard let apply = try await archive.store.applies(plan: record.id).first(where: { $0.status == .unknown })
    else {
      throw DeliveryError(
        .nothingToPlan, summary: "There is nothing to reconcile",
        detail: "Every apply of \(record.id) has a known end.")
    }
    let again = try await planning.plan(
      PlanGoal(
        configuration: try archive.configuration(
          of: record.id, folder: document.folder, holding: document.artifacts),
        folder: document.folder,
        purpose: document.purpose, undoes: document.undoes,
        takesOwnership: document.cluster?.takesOwnership ?? false),
      progress: progress)
    return Reconciliation(
      apply: apply, remaining: again.document.changes.filter { $0.action != .read },
      outcomes: reported(apply.id), next: again.record.id)
  }

  /// Records a person's word on how an apply without a known end is to be taken.
  func settle(_ apply: ApplyRecord, as status: ApplyRecord.Status, by person: String) async throws {
    try await archive.store.end(
      apply: apply.id, status: status, detail: "taken as \(status.rawValue) by \(person)",
      outcome: try JSONValue(encoding: reported(apply.id)),
      audit: trail.entry(.reconciled, subject: apply.id, detail: "taken as \(status.rawValue)", by: person))
  }

  /// From the stream that outlived the executor.
  private func reported(_ apply: String) -> [ResourceOutcome] {
    guard let data = FileManager.default.contents(atPath: archive.logFile(apply)) else { return [] }
    let stream = ToolStream(mask: trail.mask) { _ in }
    for line in String(decoding: data, as: UTF8.self).split(separator: "\n") { stream.take(String(line)) }
    return stream.outcomes
  }
}
