import Basics
import Digests
import Effects
import ExternalTools
import FoundationEssentials
import Masking
import Records

/// Plans and applies configuration with `tofu` or `terraform`.
struct InfrastructureDelivery: ArtifactDelivery {
  let tools: DeliveryTools
  let archive: PlanArchive
  private let held = HeldTools()
  /// Whether only a configuration sets an attribute of a resource type; nil where the type is not known.
  let isSettable: @Sendable (_ type: String, _ attribute: String) -> Bool?

  func plan(
    _ goal: PlanGoal, id: String, earlier: [KeptApply], workspace: Workspace,
    progress: @escaping ProgressObserver
  ) async throws -> PlanFindings {
    guard !goal.configuration.infrastructure.isEmpty else { return PlanFindings() }
    let tool = try await tools.infrastructureTool().tool(environment: tools.setup.environment)
    let session = try tools.infrastructureSession(workspace)
    // Read anew each time, beside the tool's own work: size and times of a file do not prove its bytes.
    async let toolDigest = HeldTool(tool.path).digest
    progress(.step("\(tool.name) init"))
    try await session.initialise(asksBackend: Self.hasBackend(goal.configuration))
    progress(.step("\(tool.name) validate"))
    try await session.validate()
    progress(.step("\(tool.name) plan"))
    let file = "\(archive.planFolder(id))/saved.tfplan"
    try workspace.makeFolder(archive.planFolder(id))
    let changes = try await session.plan(
      to: file, goal.purpose == .destroy ? .destroy : .normal, progress: progress)
    let json = try await session.show(file)
    let state = try await session.stateIdentity()
    let reading = PlanReading(plan: json)
    let plan = InfrastructurePlan(
      planFile: file, planFileDigest: try PlanArchive.digest(ofFile: file), tool: tool.name,
      toolDigest: try await toolDigest, lockFileDigest: try Self.lockFileDigest(workspace),
      backend: try Backend(dataFolder: workspace.dataFolder), lineage: state?.lineage, serial: state?.serial,
      changesDigest: reading.changesDigest, caller: CallerIdentity.of(session.environment))
    return PlanFindings(
      infrastructure: plan, json: json, deltas: reading.deltas, drift: reading.drift(isSettable: isSettable),
      changesAnything: changes)
  }

  func rehearseUndo(
    of last: KeptApply, goal: PlanGoal, workspace: Workspace, progress: @escaping ProgressObserver
  ) async throws -> UndoRehearsal {
    guard last.document.infrastructure != nil else { return UndoRehearsal() }
    let session = try tools.infrastructureSession(workspace)
    let file = "\(workspace.path)/.undo.tfplan"
    do {
      progress(.step("the way back: \(last.apply.id)"))
      let before = try archive.configuration(of: last.apply.plan, folder: goal.folder)
      try workspace.fill(with: before, settings: tools.settings)
      try await session.initialise(asksBackend: Self.hasBackend(before))
      try await session.validate()
      let differs = try await session.plan(to: file, .unrefreshed, progress: { _ in })
      let found = differs ? PlanReading(plan: try await session.show(file)).deltas.map(\.change) : []
      try FileManager.default.removeItem(atPath: file)
      return UndoRehearsal(changes: found)
    } catch let error as DeliveryError {
      return UndoRehearsal(
        losses: ["The files of \(last.apply.id) can no longer be planned: \(error.detail.prefix(500))"])
    }
  }

  func verify(_ document: PlanDocument, workspace: Workspace) throws {
    guard let plan = document.infrastructure else { return }
    guard try PlanArchive.digest(ofFile: plan.planFile) == plan.planFileDigest else {
      throw DeliveryError.changedSincePlan("The saved plan file was changed.")
    }
    let tool = try tools.infrastructureTool()
    let program: HeldTool
    do {
      program = try HeldTool(tool.path)
    } catch {
      throw DeliveryError.changedSincePlan(error.detail)
    }
    guard program.digest == plan.toolDigest else {
      throw DeliveryError.changedSincePlan("The plan was made with another program than \(tool.path).")
    }
    held.keep(program, for: workspace.path)
    let session = try tools.infrastructureSession(workspace, held: program)
    guard plan.caller == nil || plan.caller == CallerIdentity.of(session.environment) else {
      throw DeliveryError.changedSincePlan(
        "The provider would be asked elsewhere, or as somebody else: planned with \(Self.words(plan.caller ?? [:])), now \(Self.words(CallerIdentity.of(session.environment)))."
      )
    }
    guard try Self.lockFileDigest(workspace) == plan.lockFileDigest else {
      throw DeliveryError.changedSincePlan("The provider lock file was changed.")
    }
    guard try Backend(dataFolder: workspace.dataFolder) == plan.backend else {
      throw DeliveryError.changedSincePlan("The state is kept in another place than when the plan was made.")
    }
  }

  /// Serial and lineage have to be those of the plan. For a state on this machine that is a look at a file.
  func verifyState(_ document: PlanDocument, workspace: Workspace) async throws {
    guard let plan = document.infrastructure else { return }
    let state = try await session(workspace).stateIdentity()
    guard state?.lineage == plan.lineage, state?.serial == plan.serial else {
      throw DeliveryError.changedSincePlan(
        "The state has moved on (serial \(state.map { String($0.serial) } ?? "none")).")
    }
  }

  /// The program that was looked at, and no other.
  private func session(_ workspace: Workspace) throws -> ToolSession {
    try tools.infrastructureSession(workspace, held: held.tool(for: workspace.path))
  }

  private static func words(_ caller: [String: String]) -> String {
    caller.isEmpty
      ? "nothing set"
      : caller.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: ", ")
  }

  /// Whether the files name a place for the state, which is asked with credentials.
  private static func hasBackend(_ configuration: Configuration) -> Bool {
    let files = configuration.infrastructure.mapValues { String(decoding: $0, as: UTF8.self) }
    return EffectScan(files: files).effects().contains { $0.kind == .backend || $0.kind == .unread }
  }

  /// The saved plan is run from a copy in the workspace, with settings that are written anew. What the copy would change
  /// is worked out once more from its own bytes: a digest that is only kept beside it proves nothing.
  func stage(_ document: PlanDocument, workspace: Workspace) async throws {
    guard let plan = document.infrastructure else { return }
    guard let data = FileManager.default.contents(atPath: plan.planFile),
      Digest(of: data).hexadecimal == plan.planFileDigest
    else { throw DeliveryError.changedSincePlan("The saved plan file was changed while it was read.") }
    let file = Self.stagedPlan(workspace)
    try workspace.write(data, to: file)
    try workspace.write(Data(tools.settings.utf8), to: workspace.settingsFile)
    let reading = PlanReading(plan: try await session(workspace).show(file))
    guard reading.changesDigest == plan.changesDigest,
      reading.deltas.map(\.change).map(Self.outline) == shown(document).map(Self.outline)
    else {
      try FileManager.default.removeItem(atPath: file)
      throw DeliveryError.changedSincePlan("The saved plan would change something else than what was shown.")
    }
  }

  /// A change without its values, which are masked where they are kept; the digest of all changes covers those.
  private static func outline(_ change: PlannedChange) -> PlannedChange {
    var outline = change
    outline.arguments = []
    return outline
  }

  /// The changes of a plan that this kind made.
  private func shown(_ document: PlanDocument) -> [PlannedChange] {
    let objects = document.cluster?.addresses ?? []
    return document.changes.filter { !objects.contains($0.address) }
  }

  func apply(
    _ document: PlanDocument, record: ApplyRecord, workspace: Workspace, findings: inout ApplyFindings,
    progress: @escaping ProgressObserver
  ) async throws {
    guard let plan = document.infrastructure else { return }
    let session = try session(workspace)
    let stream = ToolStream(mask: tools.mask, progress: progress)
    progress(.step("\(plan.tool) apply"))
    let log = archive.logFile(record.id)
    try workspace.makeFolder("\(archive.home)/logs")
    let file = Self.stagedPlan(workspace)
    let status = try await session.apply(file, log: log, stream: stream)
    try workspace.secureState()
    let state = StateReading(try await session.state())
    let mask = tools.mask.with(values: state.sensitiveValues)
    if status != 0 { findings.failure = mask.masked(stream.failures) }
    findings.outcomes += Self.outcomes(of: document, begun: stream.outcomes, addresses: state.addresses)
    findings.outputs = state.shownOutputs
    // What is known is in the store now; the raw stream may quote what should not be kept.
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.removeItem(atPath: log)
  }

  func drift(
    _ document: PlanDocument, workspace: Workspace, progress: @escaping ProgressObserver
  ) async throws -> DriftFindings {
    guard let plan = document.infrastructure else { return DriftFindings() }
    let session = try tools.infrastructureSession(workspace)
    progress(.step("\(plan.tool) plan -refresh-only"))
    try await session.initialise(asksBackend: plan.backend.isLocal == false)
    guard try await session.stateIdentity() != nil else { return DriftFindings() }
    let file = "\(workspace.path)/.drift.tfplan"
    _ = try await session.plan(to: file, .refreshOnly, progress: progress)
    let found = PlanReading(plan: try await session.show(file)).drift(isSettable: isSettable)
    try FileManager.default.removeItem(atPath: file)
    return DriftFindings(changes: found)
  }

  /// What was begun, held against the state, and what was planned and never begun.
  private static func outcomes(
    of document: PlanDocument, begun: [ResourceOutcome], addresses: Set<String>
  ) -> [ResourceOutcome] {
    let confirmed = begun.map { outcome in
      var outcome = outcome
      outcome.isConfirmed = addresses.contains(outcome.address) != outcome.action.hasPrefix("delete")
      return outcome
    }
    let known = Set(begun.map(\.address)).union(document.cluster?.addresses ?? [])
    let skipped = document.changes.filter {
      $0.action != .forget && $0.action != .read && !known.contains($0.address)
    }
    return confirmed + skipped.map(ResourceOutcome.init(skipped:))
  }

  private static func stagedPlan(_ workspace: Workspace) -> String { "\(workspace.path)/.apply.tfplan" }

  private static func lockFileDigest(_ workspace: Workspace) throws -> String {
    FileManager.default.fileExists(atPath: workspace.lockFile)
      ? try PlanArchive.digest(ofFile: workspace.lockFile) : ""
  }
}
