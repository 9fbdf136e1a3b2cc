import Basics
import Digests
import Effects
import FoundationEssentials
import Records

/// Plans and applies the objects of manifests with `kubectl`.
struct ClusterDelivery: ArtifactDelivery {
  let tools: DeliveryTools
  let archive: PlanArchive
  let admission: EffectAdmission

  func plan(
    _ goal: PlanGoal, id: String, earlier: [KeptApply], workspace: Workspace,
    progress: @escaping ProgressObserver
  ) async throws -> PlanFindings {
    let manifests = goal.purpose == .destroy ? [] : try goal.configuration.objects()
    let former = earlier.flatMap { $0.document.cluster?.objects ?? [] }.filter(\.isOurs)
    guard !manifests.isEmpty || !former.isEmpty else { return PlanFindings() }
    let session = try tools.clusterSession(workspace)
    let plugins = try await session.plugins()
    try await admission.admit(plugins, remembering: { _ in true }, goal: goal)
    let name = try await session.name()
    progress(.step("\(name) apply --dry-run=server"))
    let merged =
      manifests.isEmpty ? [] : try await session.dryRun(takesOwnership: goal.takesOwnership)
    let live = manifests.isEmpty ? [] : try await session.live(workspace.manifestFolder)
    progress(.step("\(name) diff"))
    let diff = manifests.isEmpty ? "" : try await session.diff(takesOwnership: goal.takesOwnership).text
    let present = ClusterObject.byAddress(live)
    let ours = Set(former.map(\.address))
    let objects = merged.map { object in
      let before = present[object.address]
      return object.planned(live: before, isOurs: before == nil || ours.contains(object.address))
    }.sorted { $0.address < $1.address }
    let kept = Set(objects.map(\.address))
    let candidates = Dictionary(former.map { ($0.address, $0) }, uniquingKeysWith: { first, _ in first })
      .values.filter { !kept.contains($0.address) }
    let going = try await session.live(Array(candidates))
    let deletions = going.map { $0.planned(live: $0, isOurs: true) }.sorted { $0.address < $1.address }
    let deltas =
      merged.compactMap { ClusterObject.delta(from: present[$0.address], to: $0) }
      + going.compactMap { ClusterObject.delta(from: $0, to: nil) }
    let strangers = deltas.filter { $0.change.action == .update && !ours.contains($0.change.address) }
    return PlanFindings(
      cluster: ClusterPlan(
        tool: name, toolDigest: try PlanArchive.digest(ofFile: session.kubectl),
        server: try await session.server(), takesOwnership: goal.takesOwnership, objects: objects,
        deletions: deletions, changesDigest: Digest(of: .array(merged.map(\.essence))).hexadecimal,
        plugins: plugins.isEmpty ? nil : plugins.map(\.id),
        diff: ClusterDiff.withoutPlaces(diff)),
      deltas: deltas.sorted { $0.change.address < $1.change.address },
      losses: strangers.map {
        "\($0.change.address): it was there before Consilium; an undo releases its fields and does not restore them."
      }, changesAnything: !deltas.isEmpty)
  }

  /// The server keeps no earlier objects that could be planned against it.
  func rehearseUndo(
    of last: KeptApply, goal: PlanGoal, workspace: Workspace, progress: @escaping ProgressObserver
  ) async throws -> UndoRehearsal { UndoRehearsal() }

  func verify(_ document: PlanDocument, workspace: Workspace) throws {
    guard let plan = document.cluster else { return }
    let kubectl = try tools.clusterSession(workspace).kubectl
    guard try PlanArchive.digest(ofFile: kubectl) == plan.toolDigest else {
      throw DeliveryError.changedSincePlan("The plan was made with another kubectl.")
    }
  }

  /// The cluster and every object have to be those of the plan.
  func verifyState(_ document: PlanDocument, workspace: Workspace) async throws {
    guard let plan = document.cluster else { return }
    let session = try tools.clusterSession(workspace)
    guard try await session.server() == plan.server else {
      throw DeliveryError.changedSincePlan("The cluster has moved on: the cluster, which is another one now.")
    }
    guard try await session.plugins().map(\.id) == plan.plugins ?? [] else {
      throw DeliveryError.changedSincePlan(
        "The client's configuration would run another program to become somebody than when the plan was made."
      )
    }
    let planned = plan.objects + plan.deletions
    let present = ClusterObject.byAddress(try await session.live(planned))
    let moved = planned.first { object in
      let now = present[object.address]
      return now?.uid != object.uid || now?.resourceVersion != object.resourceVersion
    }
    if let moved { throw DeliveryError.changedSincePlan("The cluster has moved on: \(moved.address).") }
  }

  /// The files are read when they are applied: the workspace is filled with the kept copies then.
  func stage(_ document: PlanDocument, workspace: Workspace) throws {}

  func apply(
    _ document: PlanDocument, record: ApplyRecord, workspace: Workspace, findings: inout ApplyFindings,
    progress: @escaping ProgressObserver
  ) async throws {
    guard let plan = document.cluster else { return }
    let changes = document.changes.filter { plan.addresses.contains($0.address) }
    guard findings.failure == nil else {
      findings.outcomes += changes.map(ResourceOutcome.init(skipped:))
      return
    }
    let session = try tools.clusterSession(workspace)
    // The workspace may hold another plan's files by now.
    try workspace.fill(
      with: try archive.configuration(of: record.plan, folder: document.folder), settings: tools.settings)
    progress(.step("\(plan.tool) apply --server-side"))
    if !plan.objects.isEmpty {
      findings.failure = try await session.apply(takesOwnership: plan.takesOwnership)
    }
    if findings.failure == nil, !plan.deletions.isEmpty {
      findings.failure = try await session.delete(plan.deletions)
    }
    let live = Set(try await session.live(plan.objects + plan.deletions).map(\.address))
    findings.outcomes += changes.map { change in
      let isThere = live.contains(change.address)
      let isDone =
        isThere == (change.action != .delete) && (findings.failure == nil || change.action != .update)
      let phase: ToolProgress.Phase = isDone ? .done : .failed
      progress(.resource(address: change.address, phase: phase, detail: change.action.rawValue))
      return ResourceOutcome(
        address: change.address, action: change.action.rawValue, status: isDone ? .done : .failed,
        isConfirmed: isDone)
    }
  }

  /// The objects that are gone or differ; what another manager changed is shown without taking it over.
  func drift(
    _ document: PlanDocument, workspace: Workspace, progress: @escaping ProgressObserver
  ) async throws -> DriftFindings {
    guard let plan = document.cluster, !plan.objects.isEmpty else { return DriftFindings() }
    let session = try tools.clusterSession(workspace)
    progress(.step("\(plan.tool) diff"))
    let (differs, text) = try await session.diff(takesOwnership: true)
    guard differs else { return DriftFindings() }
    let live = Set(try await session.live(plan.objects).map(\.address))
    let merged = try await session.dryRun(takesOwnership: true)
    let now = ClusterObject.byAddress(try await session.live(workspace.manifestFolder))
    let changes = merged.compactMap { object -> PlannedChange? in
      guard live.contains(object.address), let present = now[object.address] else {
        return PlannedChange(address: object.address, type: object.kind, action: .delete)
      }
      let differing = ClusterObject.differingPaths(from: present, to: object)
      return differing.isEmpty
        ? nil
        : PlannedChange(address: object.address, type: object.kind, action: .update, differing: differing)
    }
    return DriftFindings(changes: changes, diff: ClusterDiff.withoutPlaces(text))
  }
}
