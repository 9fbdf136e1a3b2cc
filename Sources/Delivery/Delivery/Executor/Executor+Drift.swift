import Records
import Basics
import FoundationEssentials
import Store

extension Executor {
  /// What differs between what was applied and what really exists.
  package struct Drift: Sendable, Codable {
    package let folder: String
    package let changes: [PlannedChange]
    /// What `kubectl diff` printed; empty where there are no manifests.
    package let diff: String
  }

  /// Compares what was applied from a folder with what exists. Changes nothing there; what it finds is kept as open
  /// advice. Throws `nothingToPlan` where nothing was ever applied from the folder.
  package func drift(_ target: String, progress: @escaping ProgressObserver) async throws -> Drift {
    let folder = URL(filePath: try await folder(of: target)).standardizedFileURL.path(percentEncoded: false)
    let place = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    guard let last = try await applies(in: place, progress).first(where: { $0.apply.status != .failed })
    else {
      throw DeliveryError(
        .nothingToPlan, summary: "Nothing was applied from this folder",
        detail: "There is no apply of \(target), so there is nothing that could have drifted.")
    }
    let workspace = Workspace(home: home, folder: place)
    try workspace.make()
    let drift = try await workspace.locked {
      try workspace.fill(with: try keptConfiguration(last.apply.plan, folder: place), settings: settings)
      let changes = try await infrastructureDrift(last.document, workspace: workspace, progress: progress)
      let cluster = try await clusterDrift(last.document, workspace: workspace, progress: progress)
      return Drift(folder: place, changes: changes + cluster.changes, diff: cluster.diff)
    }
    let time = timestamp(now())
    try await store.keep(
      drift: drift.changes.map { change in
        let names = change.differing.isEmpty ? "" : ": \(change.differing.joined(separator: ", "))"
        return DriftRecord(
          folder: place, address: change.address, change: "\(change.action.rawValue)\(names)", found: time,
          seen: time)
      }, folder: place,
      audit: entry(
        .drifted, subject: place,
        detail: drift.changes.isEmpty ? "nothing has drifted" : "\(drift.changes.count) have drifted"
      ))
    return drift
  }

  /// The folders from which something was applied, sorted.
  package func appliedFolders(_ progress: ProgressObserver) async throws -> [String] {
    Set(try await applies(progress).filter { $0.apply.status != .failed }.map(\.document.folder)).sorted()
  }

  private func infrastructureDrift(
    _ document: PlanDocument, workspace: Workspace, progress: @escaping ProgressObserver
  ) async throws -> [PlannedChange] {
    guard let plan = document.infrastructure else { return [] }
    let session = try toolSession(workspace)
    progress(.step("\(plan.tool) plan -refresh-only"))
    try await session.initialise()
    guard try await session.stateIdentity() != nil else { return [] }
    let file = "\(workspace.path)/.drift.tfplan"
    _ = try await session.plan(to: file, .refreshOnly, progress: progress)
    let found = PlanReading(plan: try await session.show(file)).drift(isSettable: appraisal.isSettable)
    try FileManager.default.removeItem(atPath: file)
    return found
  }

  /// The objects that are gone or differ; what another manager changed is shown without taking it over.
  private func clusterDrift(
    _ document: PlanDocument, workspace: Workspace, progress: @escaping ProgressObserver
  ) async throws -> (changes: [PlannedChange], diff: String) {
    guard let plan = document.cluster, !plan.objects.isEmpty else { return ([], "") }
    let session = try clusterSession(workspace)
    progress(.step("\(plan.tool) diff"))
    let (differs, text) = try await session.diff(takesOwnership: true)
    guard differs else { return ([], "") }
    let live = Set(try await session.live(plan.objects).map(Self.address))
    let merged = try await session.dryRun(takesOwnership: true)
    let now = Dictionary(
      try await session.live(workspace.manifestFolder).map { (Self.address($0), $0) },
      uniquingKeysWith: { first, _ in first })
    let changes = merged.compactMap { object -> PlannedChange? in
      let address = Self.address(object)
      let kind = object["kind"]?.string ?? ""
      guard live.contains(address), let present = now[address] else {
        return PlannedChange(address: address, type: kind, action: .delete)
      }
      let differing = Self.differingPaths(present, after: object)
      return differing.isEmpty
        ? nil : PlannedChange(address: address, type: kind, action: .update, differing: differing)
    }
    return (changes, ClusterDiff.withoutPlaces(text))
  }
}
