import Basics
import Store

extension Executor {
  /// Plans the way back from an apply: the files of the apply before it in the same workspace against the state as it
  /// is now, or, where there was none, the destruction of everything. It is approved and applied as any plan.
  /// - Parameter id: the apply's id or the beginning of it; it has to be the last of its workspace.
  package func undo(_ id: String, progress: @escaping ProgressObserver) async throws -> Planned {
    let apply = try await store.apply(id)
    let target = try await planned(apply.plan).document
    let all = try await applies(in: target.folder)
    let later = all.prefix { $0.apply.id != apply.id }.first { $0.apply.status == .done }
    if let later {
      throw DeliveryError(
        .changed, summary: "A later apply stands in the way",
        detail: "\(later.apply.id) changed the same workspace after \(apply.id). Undo that one first.")
    }
    let earlier = all.drop { $0.apply.id != apply.id }.dropFirst().first { $0.apply.status == .done }
    let takesOwnership = target.cluster?.takesOwnership ?? false
    if let earlier, earlier.document.purpose != .destroy {
      return try await plan(
        PlanGoal(
          configuration: try keptConfiguration(earlier.apply.plan, folder: target.folder),
          folder: target.folder, purpose: .undo, undoes: apply.id, takesOwnership: takesOwnership),
        progress: progress)
    }
    return try await plan(
      PlanGoal(
        configuration: try keptConfiguration(apply.plan, folder: target.folder), folder: target.folder,
        purpose: .destroy, undoes: apply.id, takesOwnership: takesOwnership),
      progress: progress)
  }
}
