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
    let workspace = Workspace(home: home, folder: configuration.folder)
    try workspace.fill(
      with: configuration.files, settings: CLIConfiguration.text(mirror: mirror, network: true))
    return try await workspace.locked {
      let session = ToolSession(tool: tool, workspace: workspace, inherited: environment)
      step("\(tool.name) init")
      try await session.initialise()
      step("\(tool.name) validate")
      try await session.validate()
      let id = try planIdentifier()
      let file = try planFile(id)
      step("\(tool.name) plan")
      let changes = try await session.plan(to: file)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      let shown = try await session.show(file)
      let document = try document(configuration, workspace, file, shown)
      let record = PlanRecord(
        id: id, created: timestamp(now()), digest: document.digest.hexadecimal,
        document: try JSONValue(encoding: document))
      try await store.keep(record)
      return Planned(record: record, document: document, changesAnything: changes)
    }
  }

  /// A kept plan by its id or the beginning of it.
  package func planned(_ id: String) async throws -> (record: PlanRecord, document: PlanDocument) {
    let record = try await store.plan(id)
    return (record, try record.document.decoded(as: PlanDocument.self))
  }

  private func document(
    _ configuration: Configuration, _ workspace: Workspace, _ file: String, _ plan: JSONValue
  ) throws -> PlanDocument {
    let state = try workspace.stateIdentity()
    let appraisal = try appraisal.appraise(plan)
    return PlanDocument(
      folder: configuration.folder, workspace: workspace.path, planFile: file,
      planFileDigest: try Self.fileDigest(file), tool: tool.name, toolDigest: try toolDigest(),
      artifacts: configuration.files.mapValues { Digest(of: $0).hexadecimal },
      lockFileDigest: FileManager.default.fileExists(atPath: workspace.lockFile)
        ? try Self.fileDigest(workspace.lockFile) : "", lineage: state?.lineage, serial: state?.serial,
      changes: PlanDocument.changes(in: plan), changesDigest: PlanDocument.changesDigest(plan),
      priceBefore: appraisal.before, priceAfter: appraisal.after, unpriced: appraisal.unpriced,
      findings: appraisal.findings)
  }

  private func planIdentifier() throws -> String {
    RunIdentifier.make(at: now(), prefix: "plan-")
  }

  private func planFile(_ id: String) throws -> String {
    let folder = "\(home)/plans/\(id)"
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw DeliveryError(.cannotWrite, summary: "The plan cannot be kept", detail: "\(folder): \(error)")
    }
    return "\(folder)/saved.tfplan"
  }
}
