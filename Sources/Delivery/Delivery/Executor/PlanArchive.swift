import Basics
import Digests
import FoundationEssentials
import Records
import Store

/// What is kept of plans and applies: their records in the store, and beside it the saved plans with copies of the files
/// that they were made of.
struct PlanArchive: Sendable {
  let store: Store
  /// Where workspaces, plans and logs are kept.
  let home: String

  func workspace(of folder: String) -> Workspace { Workspace(home: home, folder: folder) }

  func planFolder(_ id: String) -> String { "\(home)/plans/\(id)" }

  func logFile(_ apply: String) -> String { "\(home)/logs/\(apply).jsonl" }

  /// The files a kept plan was made of.
  /// - Parameter digests: of the files as they were planned; nil where whoever asks compares them.
  /// - Throws: `DeliveryError` where a file is not what it was.
  func configuration(
    of plan: String, folder: String, holding digests: [String: String]? = nil
  ) throws -> Configuration {
    let copy = try Configuration.read("\(planFolder(plan))/configuration")
    if let digests, copy.digests != digests {
      throw DeliveryError.changedSincePlan("The kept copy of the files of \(plan) was changed.")
    }
    return try Configuration(folder: folder, files: copy.files.map { ($0.key, $0.value) })
  }

  /// Keeps a copy of the planned files beside the saved plan, for a later undo.
  func keep(_ configuration: Configuration, for plan: String) throws {
    let workspace = workspace(of: configuration.folder)
    for (path, content) in configuration.files {
      try workspace.write(content, to: "\(planFolder(plan))/configuration/\(path)")
    }
  }

  /// The folder of a run, or the folder itself.
  func folder(of target: String) async throws -> String {
    if FileManager.default.fileExists(atPath: target) { return target }
    do {
      return try await store.run(target).folder ?? target
    } catch {
      guard error.code == .notFound else { throw error }
      return target
    }
  }

  /// A kept plan by its id or the beginning of it.
  func planned(_ id: String) async throws -> (record: PlanRecord, document: PlanDocument) {
    let record = try await store.plan(id)
    return (record, try Self.document(of: record))
  }

  /// Every apply, or those in a folder's workspace, the newest first. One whose plan this version cannot read is left
  /// out, and said: one old record does not stop all that comes after it.
  func applies(in folder: String? = nil, _ progress: ProgressObserver) async throws -> [KeptApply] {
    var found: [KeptApply] = []
    for apply in try await store.applies() {
      guard let record = try await store.plan(exactly: apply.plan) else {
        progress(.note("\(apply.id) is left out: its plan \(apply.plan) is not in the store."))
        continue
      }
      // What certainly belongs to another folder is no concern of this one.
      if let folder, let other = record.document["folder"]?.string, other != folder { continue }
      do {
        found.append(KeptApply(apply: apply, document: try Self.document(of: record)))
      } catch {
        progress(
          .note("\(apply.id) (\(apply.status.rawValue)) is left out. \(error.summary): \(error.detail)"))
      }
    }
    return found
  }

  /// The SHA-256 of a file's bytes; an error where it cannot be read.
  static func digest(ofFile path: String) throws -> String {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw DeliveryError(.changed, summary: "A file is missing", detail: "\(path) cannot be read.")
    }
    return Digest(of: data).hexadecimal
  }

  private static func document(of record: PlanRecord) throws(DeliveryError) -> PlanDocument {
    do {
      return try record.document.decoded(as: PlanDocument.self)
    } catch {
      throw DeliveryError(
        .changed, summary: "The kept plan cannot be read",
        detail:
          "\(record.id) was kept by another version, or was changed. Plan and apply its folder again to have a record that can be read, or use the version that kept it."
      )
    }
  }
}
