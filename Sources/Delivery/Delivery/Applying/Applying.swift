import Basics
import Digests
import FoundationEssentials
import Records
import Store

/// Applies exactly an approved plan, once.
struct Applying: Sendable {
  let kinds: [any ArtifactDelivery]
  let archive: PlanArchive
  let trail: DeliveryTrail
  let preflight: Preflight

  /// Everything that the plan is bound to is checked before a tool starts; the intent is kept before that, so that a
  /// crash leaves `unknown` and never a second run.
  func apply(_ id: String, progress: @escaping ProgressObserver) async throws -> AppliedChanges {
    let (record, document) = try await archive.planned(id)
    let workspace = archive.workspace(of: document.folder)
    try workspace.make()
    return try await workspace.locked {
      let approvals = try await preflight.check(record, document: document, workspace: workspace)
      try await preflight.stage(record, document: document, workspace: workspace)
      let apply = try await begin(record, approvals: approvals)
      var findings = ApplyFindings()
      for kind in kinds {
        try await kind.apply(
          document, record: apply, workspace: workspace, findings: &findings, progress: progress)
      }
      return try await end(apply, document: document, findings: findings)
    }
  }

  /// Writes the intent and spends the approvals. Of two who come here with one plan, one goes on.
  private func begin(_ record: PlanRecord, approvals: [ApprovalCheck.ValidApproval]) async throws
    -> ApplyRecord
  {
    let start = trail.now()
    let apply = ApplyRecord(
      id: RunIdentifier.make(at: start, prefix: "apply-"), plan: record.id,
      approval: approvals.first?.approval.id ?? "", started: trail.timestamp(start), status: .unknown,
      detail: "begun")
    let names = approvals.map(\.signer.name).joined(separator: ", ")
    do {
      try await archive.store.begin(
        apply, spending: approvals.map { ($0.approval.id, $0.nonce) },
        audit: trail.entry(.applying, subject: apply.id, detail: "\(record.id), approved by \(names)"))
    } catch {
      guard error.code == .conflict else { throw error }
      try await trail.record(.refused, subject: record.id, detail: error.summary)
      throw DeliveryError(.used, summary: error.summary, detail: error.detail)
    }
    return apply
  }

  private func end(_ apply: ApplyRecord, document: PlanDocument, findings: ApplyFindings) async throws
    -> AppliedChanges
  {
    var apply = apply
    apply.status = findings.failure == nil ? .done : .failed
    apply.detail = findings.failure ?? document.summary
    apply.outcome = try JSONValue(encoding: findings.outcomes)
    try await archive.store.end(
      apply: apply.id, status: apply.status, detail: apply.detail, outcome: apply.outcome,
      audit: trail.entry(
        findings.failure == nil ? .applied : .applyFailed, subject: apply.id, detail: apply.detail))
    guard let failure = findings.failure else {
      return AppliedChanges(
        apply: apply, document: document, outcomes: findings.outcomes, outputs: findings.outputs)
    }
    let done = findings.outcomes.filter { $0.status == .done }.map {
      "  done: \($0.action) \($0.address)\n"
    }
    let rest = findings.outcomes.filter { $0.status != .done }.map {
      "  \($0.status.rawValue): \($0.action) \($0.address)\n"
    }
    throw DeliveryError(
      .applyFailed, summary: "The apply failed part-way",
      detail:
        "\(failure)\n\((done + rest).joined())What was done is in the state; `consilium plan \(document.folder)` shows what is left, `consilium undo \(apply.id)` plans the way back."
    )
  }
}
