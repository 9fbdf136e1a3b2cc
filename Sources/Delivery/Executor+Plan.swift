import Basics
import Digests
import ExternalTools
import FoundationEssentials
import Store

extension Executor {
  /// A plan that was kept, and whether it changes anything.
  package struct Planned: Sendable {
    package let record: PlanRecord
    package let document: PlanDocument
    package let changesAnything: Bool
  }

  /// Plans a folder in its private workspace and keeps the saved plan with its digest.
  /// - Parameter step: told what is being done, for progress.
  package func plan(_ folder: String, step: @Sendable (String) -> Void) async throws -> Planned {
    let configuration = try Configuration.read(folder)
    return try await plan(
      configuration, folder: configuration.folder, purpose: .change, undoes: nil, step: step)
  }

  /// A kept plan by its id or the beginning of it.
  package func planned(_ id: String) async throws -> (record: PlanRecord, document: PlanDocument) {
    let record = try await store.plan(id)
    return (record, try record.document.decoded(as: PlanDocument.self))
  }

  /// - Parameter folder: the configuration folder whose state is meant; the files may be another's for an undo.
  func plan(
    _ configuration: Configuration, folder: String, purpose: PlanDocument.Purpose, undoes: String?,
    step: @Sendable (String) -> Void
  ) async throws -> Planned {
    let workspace = Workspace(home: home, folder: folder)
    return try await session(configuration, workspace, step: step) { session in
      step("\(tool.name) validate")
      try await session.validate()
      let id = RunIdentifier.make(at: now(), prefix: "plan-")
      let file = try planFile(id, configuration)
      step("\(tool.name) plan")
      let changes = try await session.plan(to: file, purpose == .destroy ? .destroy : .normal)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      var document = try document(configuration, workspace, file, try await session.show(file))
      document.folder = folder
      document.purpose = purpose
      document.undoes = undoes
      let record = PlanRecord(
        id: id, created: timestamp(now()), digest: document.digest.hexadecimal,
        document: try JSONValue(encoding: document))
      try await store.keep(record, audit: entry(.planned, id, "\(folder): \(document.summary)"))
      return Planned(record: record, document: document, changesAnything: changes)
    }
  }

  /// Fills the workspace, initialises the tool there and runs `body` while no other executor works in it.
  func session<Value>(
    _ configuration: Configuration, _ workspace: Workspace, step: @Sendable (String) -> Void,
    _ body: (ToolSession) async throws -> Value
  ) async throws -> Value {
    try workspace.make()
    return try await workspace.locked {
      try workspace.fill(
        with: configuration.files, settings: CLIConfiguration.text(mirror: mirror, network: true))
      let session = ToolSession(tool: tool, workspace: workspace, inherited: environment)
      step("\(tool.name) init")
      try await session.initialise()
      return try await body(session)
    }
  }

  private func document(
    _ configuration: Configuration, _ workspace: Workspace, _ file: String, _ plan: JSONValue
  ) throws -> PlanDocument {
    let state = try workspace.stateIdentity()
    let appraisal = try appraisal.appraise(plan)
    return PlanDocument(
      purpose: .change, folder: configuration.folder, source: configuration.folder, workspace: workspace.path,
      planFile: file, planFileDigest: try Self.fileDigest(file), tool: tool.name,
      toolDigest: try toolDigest(),
      artifacts: configuration.files.mapValues { Digest(of: $0).hexadecimal },
      lockFileDigest: FileManager.default.fileExists(atPath: workspace.lockFile)
        ? try Self.fileDigest(workspace.lockFile) : "", lineage: state?.lineage, serial: state?.serial,
      changes: PlanDocument.changes(in: plan), drift: PlanDocument.drift(in: plan),
      changesDigest: PlanDocument.changesDigest(plan), priceBefore: appraisal.before,
      priceAfter: appraisal.after,
      unpriced: appraisal.unpriced, findings: appraisal.findings)
  }

  /// Where the saved plan goes; beside it a copy of the files it was made of, for a later undo.
  private func planFile(_ id: String, _ configuration: Configuration) throws -> String {
    let folder = planFolder(id)
    do {
      let copy = "\(folder)/configuration"
      try FileManager.default.createDirectory(
        atPath: copy, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for (name, text) in configuration.files {
        try Data(text.utf8).write(to: URL(filePath: "\(copy)/\(name)"))
      }
    } catch {
      throw DeliveryError(.cannotWrite, summary: "The plan cannot be kept", detail: "\(folder): \(error)")
    }
    return "\(folder)/saved.tfplan"
  }

  func planFolder(_ id: String) -> String { "\(home)/plans/\(id)" }
}
