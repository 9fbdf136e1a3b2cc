import Basics
import Store

extension Executor {
  /// Plans the way back from an apply: the files of the apply before it in the same workspace against the state as it
  /// is now, or, where there was none, the destruction of everything. It is approved and applied as any plan.
  /// - Parameter id: the apply's id or the beginning of it; it has to be the last of its workspace.
  package func undo(_ id: String, step: @Sendable (String) -> Void) async throws -> Planned {
    let apply = try await store.apply(id)
    let target = try await planned(apply.plan).document
    var earlier: (apply: ApplyRecord, document: PlanDocument)?
    var isLater = true
    // The newest first: what comes before this apply in the list was done after it.
    for other in try await store.applies() {
      if other.id == apply.id {
        isLater = false
        continue
      }
      let document = try await planned(other.plan).document
      guard other.status == .done, document.folder == target.folder else { continue }
      guard !isLater else {
        throw DeliveryError(
          .changed, summary: "A later apply stands in the way",
          detail: "\(other.id) changed the same workspace after \(apply.id). Undo that one first.")
      }
      earlier = (other, document)
      break
    }
    if let earlier, earlier.document.purpose != .destroy {
      let before = try Configuration.read("\(planFolder(earlier.apply.plan))/configuration")
      return try await plan(before, folder: target.folder, purpose: .undo, undoes: apply.id, step: step)
    }
    let own = try Configuration.read("\(planFolder(apply.plan))/configuration")
    return try await plan(own, folder: target.folder, purpose: .destroy, undoes: apply.id, step: step)
  }
}
