import Basics
import Digests
import ExternalTools
import FoundationEssentials
import Store

extension Executor {
  /// What an apply did.
  package struct Applied: Sendable {
    package let apply: ApplyRecord
    package let document: PlanDocument
    /// The outputs as the tool prints them, sensitive values left out.
    package let outputs: [JSONMember]
  }

  /// Applies exactly the approved plan, once. Everything it is bound to is checked before the tool starts; the
  /// intent is kept before that, so that a crash leaves `unknown` and never a second run.
  /// - Parameter progress: told of each resource as the tool goes on.
  package func apply(_ id: String, progress: @escaping @Sendable (String) -> Void) async throws -> Applied {
    let (record, document) = try await planned(id)
    let workspace = Workspace(home: home, folder: document.folder)
    return try await workspace.locked {
      let approval = try await admitted(record, document, workspace)
      let start = now()
      var apply = ApplyRecord(
        id: RunIdentifier.make(at: start, prefix: "apply-"), plan: record.id, approval: approval.id,
        started: timestamp(start), status: .unknown, detail: "begun")
      try await store.begin(
        apply, audit: entry(.applying, apply.id, "\(record.id), approved by \(approval.approver)"))
      let session = ToolSession(tool: tool, workspace: workspace, inherited: environment)
      let (result, failures) = try await run(document, session, progress)
      try secureState(workspace)
      apply.status = result.status == 0 ? .done : .failed
      apply.detail = result.status == 0 ? document.summary : failures
      try await store.end(
        apply: apply.id, status: apply.status, detail: apply.detail,
        audit: entry(result.status == 0 ? .applied : .applyFailed, apply.id, apply.detail))
      guard result.status == 0 else {
        throw DeliveryError(
          .applyFailed, summary: "The apply failed part-way",
          detail:
            "\(failures)\nWhat was done is in the state; `consilium plan \(document.folder)` shows what is left."
        )
      }
      return Applied(apply: apply, document: document, outputs: try await shownOutputs(session))
    }
  }

  /// The approval to use, when everything the plan is bound to still holds; a refusal goes into the trail.
  private func admitted(
    _ record: PlanRecord, _ document: PlanDocument, _ workspace: Workspace
  ) async throws -> ApprovalRecord {
    do {
      try await refuseAfterUnknown(record)
      let approval = try await usableApproval(record)
      try verify(record, document, workspace)
      return approval
    } catch let error as DeliveryError {
      try await store.record(entry(.refused, record.id, error.summary))
      throw error
    }
  }

  private func run(
    _ document: PlanDocument, _ session: ToolSession, _ progress: @escaping @Sendable (String) -> Void
  ) async throws -> (result: ProcessResult, failures: String) {
    let failures = Failures()
    let result = try await session.apply(document.planFile) { message in
      if let line = Self.line(message) { progress(line) }
      if message["type"]?.string == "diagnostic", message["@level"]?.string == "error",
        let text = message["@message"]?.string
      {
        let detail = message["diagnostic"]?["detail"]?.string ?? ""
        failures.add(detail.isEmpty ? text : "\(text): \(detail)")
      }
    }
    return (result, failures.text)
  }

  private func refuseAfterUnknown(_ record: PlanRecord) async throws {
    guard let before = try await store.applies(plan: record.id).first else { return }
    switch before.status {
    case .unknown:
      throw DeliveryError(
        .unknownApply, summary: "An earlier apply of this plan has no known end",
        detail:
          "\(before.id) began at \(before.started) and was cut off. `consilium reconcile \(record.id)` looks what is left; a person decides."
      )
    case .done, .failed:
      throw DeliveryError(
        .used, summary: "The plan was applied already",
        detail: "\(before.id) ended as \(before.status.rawValue). A plan is applied once; make a new one.")
    }
  }

  private func usableApproval(_ record: PlanRecord) async throws -> ApprovalRecord {
    let approvals = try await store.approvals(plan: record.id).filter { $0.digest == record.digest }
    guard !approvals.isEmpty else {
      throw DeliveryError(
        .notApproved, summary: "The plan is not approved",
        detail: "Nobody approved \(record.id). `consilium approve \(record.id)` does.")
    }
    let unused = approvals.filter { $0.used == nil }
    let time = timestamp(now())
    guard let good = unused.first(where: { $0.expires > time }) else {
      throw DeliveryError(
        unused.isEmpty ? .used : .expired,
        summary: unused.isEmpty ? "The approval was used already" : "The approval has expired",
        detail: unused.isEmpty
          ? "An approval is good for one apply. Make a new plan."
          : "It was good until \(unused[0].expires). `consilium approve \(record.id)` gives a new one.")
    }
    return good
  }

  private func verify(_ record: PlanRecord, _ document: PlanDocument, _ workspace: Workspace) throws {
    func refuse(_ what: String) -> DeliveryError {
      DeliveryError(
        .changed, summary: "Something changed since the plan", detail: "\(what) Nothing was run; plan again.")
    }
    guard document.digest.hexadecimal == record.digest else {
      throw refuse("The kept plan is not what was approved.")
    }
    guard try Self.fileDigest(document.planFile) == document.planFileDigest else {
      throw refuse("The saved plan file was changed.")
    }
    guard try toolDigest() == document.toolDigest else {
      throw refuse("The plan was made with another program than \(tool.path).")
    }
    let files = try Configuration.read(document.source).files.mapValues { Digest(of: $0).hexadecimal }
    guard files == document.artifacts else { throw refuse("A file of \(document.source) was changed.") }
    if !document.lockFileDigest.isEmpty {
      guard try Self.fileDigest(workspace.lockFile) == document.lockFileDigest else {
        throw refuse("The provider lock file was changed.")
      }
    }
    let state = try workspace.stateIdentity()
    guard state?.lineage == document.lineage, state?.serial == document.serial else {
      throw refuse("The state has moved on (serial \(state.map { String($0.serial) } ?? "none")).")
    }
  }

  private func secureState(_ workspace: Workspace) throws {
    for name in ["terraform.tfstate", "terraform.tfstate.backup"] {
      let file = "\(workspace.path)/\(name)"
      if FileManager.default.fileExists(atPath: file) {
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file)
      }
    }
  }

  private func shownOutputs(_ session: ToolSession) async throws -> [JSONMember] {
    (try await session.outputs().object ?? []).map { output in
      let hidden = output.value["sensitive"]?.bool ?? true
      return JSONMember(output.key, hidden ? "(sensitive)" : output.value["value"] ?? .null)
    }
  }

  /// One line for the messages a person wants to follow.
  private static func line(_ message: JSONValue) -> String? {
    switch message["type"]?.string {
    case "apply_start", "apply_complete", "apply_errored": message["@message"]?.string
    default: nil
    }
  }
}
