import Records
import Basics
import Digests
import ExternalTools
import FoundationEssentials
import Store

extension Executor {
  /// The approvals to spend, when everything the plan is bound to still holds; a refusal goes into the trail. No tool
  /// that could change anything is started here; what is only on this machine is looked at before any other is asked.
  func verifiedBeforeApply(
    _ record: PlanRecord, document: PlanDocument, workspace: Workspace
  ) async throws -> [ApprovalCheck.ValidApproval] {
    do {
      try await refuseAfterApply(record)
      try verify(record, document: document, workspace: workspace)
      let approvals = try ApprovalCheck(
        plan: record.id, document: document, trusted: try setup.keys.trusted(), now: now()
      ).usable(try await store.approvals(plan: record.id))
      try await verifyState(document, workspace: workspace)
      return approvals
    } catch let error as DeliveryError {
      try await store.record(entry(.refused, subject: record.id, detail: error.summary))
      throw error
    }
  }

  private func refuseAfterApply(_ record: PlanRecord) async throws {
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

  private func refusal(_ what: String) -> DeliveryError {
    DeliveryError(
      .changed, summary: "Something changed since the plan", detail: "\(what) Nothing was run; plan again.")
  }

  private func verify(_ record: PlanRecord, document: PlanDocument, workspace: Workspace) throws {
    guard document.digest.hexadecimal == record.digest else {
      throw refusal("The kept plan is not what was approved.")
    }
    guard document.workspace == workspace.path, FileManager.default.fileExists(atPath: workspace.path) else {
      throw refusal("The plan was made in another workspace, \(document.workspace).")
    }
    guard try sourceDigests(record, document: document) == document.artifacts else {
      throw refusal("A file of \(document.source) was changed.")
    }
    if let plan = document.infrastructure {
      guard try Self.fileDigest(plan.planFile) == plan.planFileDigest else {
        throw refusal("The saved plan file was changed.")
      }
      guard try Self.fileDigest(try toolPlace().path) == plan.toolDigest else {
        throw refusal("The plan was made with another program than \(try toolPlace().path).")
      }
      let lock =
        FileManager.default.fileExists(atPath: workspace.lockFile)
        ? try Self.fileDigest(workspace.lockFile) : ""
      guard lock == plan.lockFileDigest else { throw refusal("The provider lock file was changed.") }
      guard try Backend(dataFolder: workspace.dataFolder) == plan.backend else {
        throw refusal("The state is kept in another place than when the plan was made.")
      }
    }
    if let plan = document.cluster {
      guard try Self.fileDigest(try clusterSession(workspace).kubectl) == plan.toolDigest else {
        throw refusal("The plan was made with another kubectl.")
      }
    }
  }

  /// The planned files as they are now: the folder's, and for an undo the copies kept with the earlier plan.
  private func sourceDigests(_ record: PlanRecord, document: PlanDocument) throws -> [String: String] {
    let copy = try keptConfiguration(record.id, folder: document.folder).digests
    guard document.purpose == .change else { return copy }
    guard copy == document.artifacts else { throw refusal("The copy of the planned files was changed.") }
    do {
      return try Configuration.read(document.source).digests
    } catch {
      throw refusal("The planned files are no longer there as they were: \(error)")
    }
  }

  /// Serial, lineage and objects have to be those of the plan. For a state on this machine that is a look at a file.
  private func verifyState(_ document: PlanDocument, workspace: Workspace) async throws {
    if let plan = document.infrastructure {
      let state = try await toolSession(workspace).stateIdentity()
      guard state?.lineage == plan.lineage, state?.serial == plan.serial else {
        throw refusal("The state has moved on (serial \(state.map { String($0.serial) } ?? "none")).")
      }
    }
    if let plan = document.cluster {
      if let moved = try await movedObject(plan, session: try clusterSession(workspace)) {
        throw refusal("The cluster has moved on: \(moved).")
      }
    }
  }
}
