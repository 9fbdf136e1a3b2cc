import Records
import Basics
import Digests
import FoundationEssentials
import Masking
import Store

extension Executor {
  /// What an apply did.
  package struct Applied: Sendable {
    package let apply: ApplyRecord
    package let document: PlanDocument
    package let outcomes: [ResourceOutcome]
    /// The outputs as the state has them afterwards, sensitive values left out.
    package let outputs: [JSONMember]
  }

  /// Applies exactly the approved plan, once. Everything it is bound to is checked before the tool starts; the
  /// intent is kept before that, so that a crash leaves `unknown` and never a second run.
  package func apply(_ id: String, progress: @escaping ProgressObserver) async throws -> Applied {
    let (record, document) = try await planned(id)
    let workspace = Workspace(home: home, folder: document.folder)
    try workspace.make()
    return try await workspace.locked {
      let approvals = try await verifiedBeforeApply(record, document: document, workspace: workspace)
      let file = try document.infrastructure.map { try stage($0, workspace: workspace) }
      let apply = try await begin(record, approvals: approvals)
      let found = try await run(document, file: file, workspace: workspace, apply: apply, progress: progress)
      return try await end(apply, document: document, found: found, workspace: workspace)
    }
  }

  /// Writes the intent and spends the approvals. Of two who come here with one plan, one goes on.
  private func begin(_ record: PlanRecord, approvals: [ApprovalCheck.ValidApproval]) async throws
    -> ApplyRecord
  {
    let start = now()
    let apply = ApplyRecord(
      id: RunIdentifier.make(at: start, prefix: "apply-"), plan: record.id,
      approval: approvals.first?.approval.id ?? "", started: timestamp(start), status: .unknown,
      detail: "begun")
    let names = approvals.map(\.signer.name).joined(separator: ", ")
    do {
      try await store.begin(
        apply, spending: approvals.map { ($0.approval.id, $0.nonce) },
        audit: entry(.applying, subject: apply.id, detail: "\(record.id), approved by \(names)"))
    } catch {
      guard error.code == .conflict else { throw error }
      try await store.record(entry(.refused, subject: record.id, detail: error.summary))
      throw DeliveryError(.used, summary: error.summary, detail: error.detail)
    }
    return apply
  }

  /// What the tools did and what is there afterwards.
  private struct Findings {
    var failure: String?
    var outcomes: [ResourceOutcome] = []
    var outputs: [JSONMember] = []
  }

  private func run(
    _ document: PlanDocument, file: String?, workspace: Workspace, apply: ApplyRecord,
    progress: @escaping ProgressObserver
  ) async throws -> Findings {
    var findings = Findings()
    if let plan = document.infrastructure, let file {
      try await run(
        plan, file: file, document: document, workspace: workspace, apply: apply.id, progress: progress,
        findings: &findings)
    }
    if let plan = document.cluster {
      try await run(
        plan, document: document, planID: apply.plan, workspace: workspace, progress: progress,
        findings: &findings)
    }
    return findings
  }

  private func run(
    _ plan: InfrastructurePlan, file: String, document: PlanDocument, workspace: Workspace,
    apply: String, progress: @escaping ProgressObserver, findings: inout Findings
  ) async throws {
    let session = try toolSession(workspace)
    let stream = ToolStream(mask: mask, progress: progress)
    progress(.step("\(plan.tool) apply"))
    let log = logFile(apply)
    try workspace.makeFolder("\(home)/logs")
    let status = try await session.apply(file, log: log, stream: stream)
    try workspace.secureState()
    let state = try await session.state()
    let mask = mask.with(values: StateReading(state).sensitiveValues)
    if status != 0 { findings.failure = mask.masked(stream.failures) }
    let addresses = StateReading(state).addresses
    let begun = stream.outcomes.map { outcome in
      var outcome = outcome
      outcome.isConfirmed = addresses.contains(outcome.address) != outcome.action.hasPrefix("delete")
      return outcome
    }
    let known = Set(begun.map(\.address))
    let objects = Set(
      ((document.cluster?.objects ?? []) + (document.cluster?.deletions ?? [])).map(\.address))
    findings.outcomes =
      begun
      + document.changes.filter { $0.action != .forget && $0.action != .read }
      .filter { !known.contains($0.address) && !objects.contains($0.address) }
      .map { ResourceOutcome(address: $0.address, action: $0.action.rawValue, status: .skipped) }
    findings.outputs = StateReading(state).shownOutputs
    // What is known is in the store now; the raw stream may quote what should not be kept.
    try FileManager.default.removeItem(atPath: file)
    try FileManager.default.removeItem(atPath: log)
  }

  func logFile(_ apply: String) -> String { "\(home)/logs/\(apply).jsonl" }

  /// The saved plan, read once: the bytes that are checked are the bytes that are run, from a copy in the workspace.
  private func stage(_ plan: InfrastructurePlan, workspace: Workspace) throws -> String {
    guard let data = FileManager.default.contents(atPath: plan.planFile),
      Digest(of: data).hexadecimal == plan.planFileDigest
    else {
      throw DeliveryError(
        .changed, summary: "Something changed since the plan",
        detail: "The saved plan file was changed while it was read. Nothing was run; plan again.")
    }
    let copy = "\(workspace.path)/.apply.tfplan"
    try workspace.write(data, to: copy)
    return copy
  }

  private func run(
    _ plan: ClusterPlan, document: PlanDocument, planID: String, workspace: Workspace,
    progress: @escaping ProgressObserver, findings: inout Findings
  ) async throws {
    let addresses = Set((plan.objects + plan.deletions).map(\.address))
    let changes = document.changes.filter { addresses.contains($0.address) }
    guard findings.failure == nil else {
      findings.outcomes += changes.map {
        ResourceOutcome(address: $0.address, action: $0.action.rawValue, status: .skipped)
      }
      return
    }
    let session = try clusterSession(workspace)
    // The workspace may hold another plan's files by now.
    try workspace.fill(with: try keptConfiguration(planID, folder: document.folder), settings: settings)
    progress(.step("\(plan.tool) apply --server-side"))
    if !plan.objects.isEmpty {
      findings.failure = try await session.apply(takesOwnership: plan.takesOwnership)
    }
    if findings.failure == nil, !plan.deletions.isEmpty {
      findings.failure = try await session.delete(plan.deletions)
    }
    let live = Set(try await session.live(plan.objects + plan.deletions).map(Self.address))
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

  private func end(
    _ apply: ApplyRecord, document: PlanDocument, found: Findings, workspace: Workspace
  ) async throws -> Applied {
    var apply = apply
    apply.status = found.failure == nil ? .done : .failed
    apply.detail = found.failure ?? document.summary
    apply.outcome = try JSONValue(encoding: found.outcomes)
    try await store.end(
      apply: apply.id, status: apply.status, detail: apply.detail, outcome: apply.outcome,
      audit: entry(found.failure == nil ? .applied : .applyFailed, subject: apply.id, detail: apply.detail))
    guard let failure = found.failure else {
      return Applied(apply: apply, document: document, outcomes: found.outcomes, outputs: found.outputs)
    }
    let done = found.outcomes.filter { $0.status == .done }.map { "  done: \($0.action) \($0.address)\n" }
    let rest = found.outcomes.filter { $0.status != .done }.map {
      "  \($0.status.rawValue): \($0.action) \($0.address)\n"
    }
    throw DeliveryError(
      .applyFailed, summary: "The apply failed part-way",
      detail:
        "\(failure)\n\((done + rest).joined())What was done is in the state; `consilium plan \(document.folder)` shows what is left, `consilium undo \(apply.id)` plans the way back."
    )
  }
}
