import Records
import Basics
import Digests
import ExternalTools
import FoundationEssentials
import Masking
import Store

extension Executor {
  /// A plan that was kept, and whether it changes anything.
  package struct Planned: Sendable {
    package let record: PlanRecord
    package let document: PlanDocument
    package let changesAnything: Bool

    package init(record: PlanRecord, document: PlanDocument, changesAnything: Bool) {
      self.record = record
      self.document = document
      self.changesAnything = changesAnything
    }
  }

  /// Plans a folder in its private workspace and keeps the saved plan with its digest.
  /// - Parameters:
  ///   - target: a folder, or a run or the beginning of its id.
  ///   - takesOwnership: whether fields of Kubernetes objects that another manager owns are taken over.
  ///   - reason: why a bundle that was vetoed is planned all the same; nil where it shall be refused.
  package func plan(
    _ target: String, takesOwnership: Bool = false, overriding reason: String? = nil,
    progress: @escaping ProgressObserver
  ) async throws -> Planned {
    let configuration = try Configuration.read(try await folder(of: target))
    let goal = PlanGoal(
      configuration: configuration, folder: configuration.folder, takesOwnership: takesOwnership,
      override: try await override(configuration, reason: reason))
    do {
      return try await plan(goal, progress: progress)
    } catch let error as DeliveryError where error.code == .invalid || error.code == .planFailed {
      // What becomes of a bundle is remembered with the consultation that gave it.
      try await store.record(entry(.planFailed, subject: goal.folder, detail: error.summary))
      throw error
    }
  }

  /// A veto cannot be out-voted, only answered by evidence or set aside by a person, on the record.
  private func override(_ configuration: Configuration, reason: String?) async throws -> VetoOverride? {
    guard !configuration.vetoes.isEmpty else { return nil }
    guard let reason, !reason.allSatisfy(\.isWhitespace) else {
      try await store.record(entry(.refused, subject: configuration.folder, detail: "plan: vetoed"))
      throw DeliveryError(
        .vetoed, summary: "The bundle was vetoed",
        detail:
          "\(configuration.vetoes.joined(separator: " ")) Change the request or the files so that the finding is gone, or plan with --override 'why it is right all the same'; that stays on record."
      )
    }
    let override = VetoOverride(
      vetoes: configuration.vetoes, by: setup.actor, reason: setup.mask.masked(reason))
    try await store.record(
      entry(
        .overridden, subject: configuration.folder,
        detail: "\(override.reason) (\(override.vetoes.joined(separator: " ")))"))
    return override
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

  func plan(_ goal: PlanGoal, progress: @escaping ProgressObserver) async throws -> Planned {
    let workspace = Workspace(home: home, folder: goal.folder)
    try workspace.make()
    return try await workspace.locked {
      let id = RunIdentifier.make(at: now(), prefix: "plan-")
      let earlier = try await applies(in: goal.folder, progress)
      let pending = try await pendingUndo(earlier, goal: goal, workspace: workspace, progress: progress)
      try workspace.fill(with: goal.configuration, settings: settings)
      let infrastructure = try await planInfrastructure(
        goal, workspace: workspace, id: id, progress: progress)
      let cluster = try await planCluster(goal, earlier: earlier, workspace: workspace, progress: progress)
      try keep(goal.configuration, for: id)
      var document = try document(
        goal, workspace: workspace, infrastructure: infrastructure, cluster: cluster)
      let last = earlier.first { $0.apply.status == .done }
      document.undo = UndoOutlook(
        reversing: (infrastructure?.deltas ?? []) + (cluster?.deltas ?? []),
        restores: last.flatMap { $0.document.purpose == .destroy ? nil : $0.apply.id },
        pending: pending.changes, catalogue: try RiskCatalogue.builtIn.get())
      document.undo.losses += pending.losses + (cluster?.losses ?? [])
      let record = PlanRecord(
        id: id, created: timestamp(now()), digest: document.digest.hexadecimal,
        document: try JSONValue(encoding: document))
      try await store.keep(
        record, audit: entry(.planned, subject: id, detail: "\(goal.folder): \(document.summary)"))
      let changes = infrastructure?.changesAnything == true || cluster?.deltas.isEmpty == false
      return Planned(record: record, document: document, changesAnything: changes)
    }
  }

  var settings: String { CLIConfiguration.text(mirror: setup.mirror, network: true) }

  /// Plans the files of the last apply against the present state, before anything changes: proves that the way back is
  /// valid, and shows what an undo would do besides.
  private func pendingUndo(
    _ earlier: [(apply: ApplyRecord, document: PlanDocument)], goal: PlanGoal, workspace: Workspace,
    progress: @escaping ProgressObserver
  ) async throws -> (changes: [PlannedChange], losses: [String]) {
    guard let last = earlier.first(where: { $0.apply.status == .done }), last.document.purpose != .destroy,
      last.document.infrastructure != nil
    else { return ([], []) }
    let session = try toolSession(workspace)
    let file = "\(workspace.path)/.undo.tfplan"
    do {
      progress(.step("the way back: \(last.apply.id)"))
      let before = try keptConfiguration(last.apply.plan, folder: goal.folder)
      try workspace.fill(with: before, settings: settings)
      try await session.initialise()
      try await session.validate()
      let differs = try await session.plan(to: file, .unrefreshed, progress: { _ in })
      let found = differs ? PlanReading(plan: try await session.show(file)).deltas.map(\.change) : []
      try FileManager.default.removeItem(atPath: file)
      return (found, [])
    } catch let error as DeliveryError {
      return ([], ["The files of \(last.apply.id) can no longer be planned: \(error.detail.prefix(500))"])
    }
  }

  /// What the infrastructure tool found out.
  private struct InfrastructureFindings {
    let plan: InfrastructurePlan
    let json: JSONValue
    let deltas: [ResourceDelta]
    let changesAnything: Bool
  }

  private func planInfrastructure(
    _ goal: PlanGoal, workspace: Workspace, id: String, progress: @escaping ProgressObserver
  ) async throws -> InfrastructureFindings? {
    guard !goal.configuration.infrastructure.isEmpty else { return nil }
    let tool = try await toolPlace().tool(environment: setup.environment)
    let session = try toolSession(workspace)
    // Read anew each time, beside the tool's own work: size and times of a file do not prove its bytes.
    async let toolDigest = Self.fileDigest(tool.path)
    progress(.step("\(tool.name) init"))
    try await session.initialise()
    progress(.step("\(tool.name) validate"))
    try await session.validate()
    progress(.step("\(tool.name) plan"))
    let file = "\(planFolder(id))/saved.tfplan"
    try workspace.makeFolder(planFolder(id))
    let changes = try await session.plan(
      to: file, goal.purpose == .destroy ? .destroy : .normal, progress: progress)
    let json = try await session.show(file)
    let state = try await session.stateIdentity()
    let plan = InfrastructurePlan(
      planFile: file, planFileDigest: try Self.fileDigest(file), tool: tool.name,
      toolDigest: try await toolDigest,
      lockFileDigest: FileManager.default.fileExists(atPath: workspace.lockFile)
        ? try Self.fileDigest(workspace.lockFile) : "",
      backend: try Backend(dataFolder: workspace.dataFolder), lineage: state?.lineage, serial: state?.serial,
      changesDigest: PlanReading(plan: json).changesDigest)
    return InfrastructureFindings(
      plan: plan, json: json, deltas: PlanReading(plan: json).deltas, changesAnything: changes)
  }

  private func document(
    _ goal: PlanGoal, workspace: Workspace, infrastructure: InfrastructureFindings?,
    cluster: ClusterFindings?
  ) throws -> PlanDocument {
    let deltas = (infrastructure?.deltas ?? []) + (cluster?.deltas ?? [])
    let appraisal = try appraisal.appraise(
      infrastructure?.json, manifests: goal.purpose == .destroy ? [] : try goal.configuration.objects())
    let assessment = RiskAssessment(
      catalogue: try RiskCatalogue.builtIn.get(), rules: setup.rules)
    return PlanDocument(
      purpose: goal.purpose, undoes: goal.undoes, requester: setup.actor, folder: goal.folder,
      source: goal.configuration.folder, workspace: workspace.path, artifacts: goal.configuration.digests,
      infrastructure: infrastructure?.plan, cluster: cluster?.plan, changes: deltas.map(\.change),
      drift: infrastructure.map { PlanReading(plan: $0.json).drift(isSettable: self.appraisal.isSettable) }
        ?? [],
      appraisal: appraisal, rules: setup.rules,
      risks: assessment.risks(deltas, price: appraisal.after - appraisal.before),
      undo: UndoOutlook(changes: [], losses: []), override: goal.override)
  }

  /// Keeps a copy of the planned files beside the saved plan, for a later undo.
  private func keep(_ configuration: Configuration, for id: String) throws {
    let workspace = Workspace(home: home, folder: configuration.folder)
    for (path, content) in configuration.files {
      try workspace.write(content, to: "\(planFolder(id))/configuration/\(path)")
    }
  }
}
