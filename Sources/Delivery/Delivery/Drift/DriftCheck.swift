import Basics
import FoundationEssentials
import Records
import Store

/// Compares what was applied with what exists. Changes nothing there.
struct DriftCheck: Sendable {
  let kinds: [any ArtifactDelivery]
  let archive: PlanArchive
  let trail: DeliveryTrail
  let tools: DeliveryTools

  /// What has drifted of what was applied from a folder; it is kept as open advice. Throws `nothingToPlan` where nothing
  /// was ever applied from the folder.
  func drift(_ target: String, progress: @escaping ProgressObserver) async throws -> Drift {
    let named = try await archive.folder(of: target)
    let absolute = URL(filePath: named).standardizedFileURL.path(percentEncoded: false)
    let folder = absolute.count > 1 && absolute.hasSuffix("/") ? String(absolute.dropLast()) : absolute
    guard
      let last = try await archive.applies(in: folder, progress).first(where: { $0.apply.status != .failed })
    else {
      throw DeliveryError(
        .nothingToPlan, summary: "Nothing was applied from this folder",
        detail: "There is no apply of \(target), so there is nothing that could have drifted.")
    }
    let workspace = archive.workspace(of: folder)
    try workspace.make()
    let found = try await workspace.locked {
      try workspace.fill(
        with: try archive.configuration(of: last.apply.plan, folder: folder), settings: tools.settings)
      var found = DriftFindings()
      for kind in kinds {
        let part = try await kind.drift(last.document, workspace: workspace, progress: progress)
        found.changes += part.changes
        found.diff += part.diff
      }
      return found
    }
    try await keep(found.changes, of: folder)
    return Drift(folder: folder, changes: found.changes, diff: found.diff)
  }

  /// The folders from which something was applied, sorted.
  func appliedFolders(_ progress: ProgressObserver) async throws -> [String] {
    let applies = try await archive.applies(progress)
    return Set(applies.filter { $0.apply.status != .failed }.map(\.document.folder)).sorted()
  }

  private func keep(_ changes: [PlannedChange], of folder: String) async throws {
    let time = trail.timestamp(trail.now())
    let records = changes.map { change in
      let names = change.differing.isEmpty ? "" : ": \(change.differing.joined(separator: ", "))"
      return DriftRecord(
        folder: folder, address: change.address, change: "\(change.action.rawValue)\(names)", found: time,
        seen: time)
    }
    try await archive.store.keep(
      drift: records, folder: folder,
      audit: trail.entry(
        .drifted, subject: folder,
        detail: changes.isEmpty ? "nothing has drifted" : "\(changes.count) have drifted"))
  }
}
