import Records
import Basics
import Store

/// Plans the way back from an apply. It is approved and applied as any plan.
struct Undoing: Sendable {
  let archive: PlanArchive
  let planning: Planning

  /// Plans the files of the apply before it in the same workspace against the state as it is now, or, where there was
  /// none, the destruction of everything.
  /// - Parameter id: the apply's id or the beginning of it; it has to be the last of its workspace.
  func undo(_ id: String, progress: @escaping ProgressObserver) async throws -> PlannedChanges {
    let apply = try await archive.store.apply(id)
    let target = try await archive.planned(apply.plan).document
    let done = try await archive.applies(in: target.folder, progress).filter {
      $0.apply.status == .done || $0.apply.id == apply.id
    }
    // The newest apply can be undone, an undo among them; else what was undone since does not stand in the way.
    let line = done.first?.apply.id == apply.id ? done : Self.withoutUndone(done)
    guard line.first?.apply.id == apply.id else {
      throw DeliveryError(
        .changed, summary: "A later apply stands in the way",
        detail:
          "\(line.first?.apply.id ?? "An undo") changed the same workspace after \(apply.id). Undo that one first."
      )
    }
    let earlier = line.dropFirst().first
    let takesOwnership = target.cluster?.takesOwnership ?? false
    if let earlier, earlier.document.purpose != .destroy {
      return try await planning.plan(
        PlanGoal(
          configuration: try archive.configuration(
            of: earlier.apply.plan, folder: target.folder, holding: earlier.document.artifacts),
          folder: target.folder, purpose: .undo, undoes: apply.id, takesOwnership: takesOwnership),
        progress: progress)
    }
    return try await planning.plan(
      PlanGoal(
        configuration: try archive.configuration(
          of: apply.plan, folder: target.folder, holding: target.artifacts),
        folder: target.folder,
        purpose: .destroy, undoes: apply.id, takesOwnership: takesOwnership),
      progress: progress)
  }

  /// The applies whose effect still stands, the newest first: an undo and what it took back cancel each other.
  private static func withoutUndone(_ done: [KeptApply]) -> [KeptApply] {
    var undone: Set<String> = []
    return done.filter { item in
      if undone.contains(item.apply.id) { return false }
      guard let target = item.document.undoes else { return true }
      undone.insert(target)
      return false
    }
  }
}
