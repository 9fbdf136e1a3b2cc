import Basics
import ExternalTools
import FoundationEssentials
import Store

extension Executor {
  /// What differs between the state and what really exists.
  package struct Drift: Sendable, Codable {
    package let folder: String
    package let changes: [PlanDocument.Change]
  }

  /// Compares the state of a folder's workspace with what exists; changes and keeps nothing.
  /// Throws `nothingToPlan` where nothing was ever applied from the folder.
  package func drift(_ folder: String, step: @Sendable (String) -> Void) async throws -> Drift {
    let configuration = try Configuration.read(folder)
    let workspace = Workspace(home: home, folder: configuration.folder)
    guard try workspace.stateIdentity() != nil else {
      throw DeliveryError(
        .nothingToPlan, summary: "Nothing was applied from this folder",
        detail: "There is no state for \(folder), so there is nothing that could have drifted.")
    }
    return try await session(configuration, workspace, step: step) { session in
      let file = "\(workspace.path)/.drift.tfplan"
      step("\(tool.name) plan -refresh-only")
      _ = try await session.plan(to: file, .refreshOnly)
      let changes = PlanDocument.drift(in: try await session.show(file))
      try FileManager.default.removeItem(atPath: file)
      return Drift(folder: configuration.folder, changes: changes)
    }
  }

  /// The folders from which something was applied, sorted.
  package func appliedFolders() async throws -> [String] {
    var folders: Set<String> = []
    for apply in try await store.applies() where apply.status != .failed {
      folders.insert(try await planned(apply.plan).document.folder)
    }
    return folders.sorted()
  }
}
