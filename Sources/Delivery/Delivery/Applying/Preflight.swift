import Basics
import Digests
import FoundationEssentials
import Records
import Store
import Vocabulary

/// Looks, right before an apply, whether everything that the plan is bound to still holds. No tool that could change
/// anything is started here; what is only on this machine is looked at before any other is asked.
struct Preflight: Sendable {
  let kinds: [any ArtifactDelivery]
  let archive: PlanArchive
  let keys: ApproverKeys
  let trail: DeliveryTrail
  /// Who has to approve what is applied now, whatever held when the plan was made.
  let rules: ApprovalRules

  /// The approvals to spend; a refusal goes into the trail.
  func check(
    _ record: PlanRecord, document: PlanDocument, workspace: Workspace
  ) async throws -> [ApprovalCheck.ValidApproval] {
    do {
      try await refuseAfterApply(record)
      try verify(record, document: document, workspace: workspace)
      for kind in kinds { try kind.verify(document, workspace: workspace) }
      let approvals = try ApprovalCheck(
        plan: record.id, document: document, trusted: try keys.trusted(), now: trail.now(),
        newest: try await trail.latest()
      ).usable(try await archive.store.approvals(plan: record.id))
      for approval in approvals where try await archive.store.isSpent(nonce: approval.nonce) {
        throw DeliveryError(
          .used, summary: "An approval was used already",
          detail: "What \(approval.signer.name) signed was spent before. Make a new plan.")
      }
      for kind in kinds { try await kind.verifyState(document, workspace: workspace) }
      return approvals
    } catch let error as DeliveryError {
      try await trail.record(.refused, subject: record.id, detail: error.summary)
      throw error
    }
  }

  /// Reads what will be run, once, and holds it against what was approved; a refusal goes into the trail.
  func stage(_ record: PlanRecord, document: PlanDocument, workspace: Workspace) async throws {
    do {
      for kind in kinds { try await kind.stage(document, workspace: workspace) }
    } catch let error as DeliveryError {
      try await trail.record(.refused, subject: record.id, detail: error.summary)
      throw error
    }
  }

  private func refuseAfterApply(_ record: PlanRecord) async throws {
    guard let before = try await archive.store.applies(plan: record.id).first else { return }
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

  private func verify(_ record: PlanRecord, document: PlanDocument, workspace: Workspace) throws {
    guard document.digest.hexadecimal == record.digest else {
      throw DeliveryError.changedSincePlan("The kept plan is not what was approved.")
    }
    guard !document.rules.isLooser(than: rules) else {
      throw DeliveryError.changedSincePlan(
        "The plan was made under looser rules of approval than hold now (/etc/consilium/consilium.yaml or ~/.config/consilium/consilium.yaml)."
      )
    }
    guard document.workspace == workspace.path, FileManager.default.fileExists(atPath: workspace.path) else {
      throw DeliveryError.changedSincePlan(
        "The plan was made in another workspace, \(document.workspace).")
    }
    guard try sourceDigests(record, document: document) == document.artifacts else {
      throw DeliveryError.changedSincePlan("A file of \(document.source) was changed.")
    }
  }

  /// The planned files as they are now: the folder's, and for an undo the copies kept with the earlier plan.
  private func sourceDigests(_ record: PlanRecord, document: PlanDocument) throws -> [String: String] {
    let copy = try archive.configuration(of: record.id, folder: document.folder).digests
    guard document.purpose == .change else { return copy }
    guard copy == document.artifacts else {
      throw DeliveryError.changedSincePlan("The copy of the planned files was changed.")
    }
    do {
      return try Configuration.read(document.source).digests
    } catch {
      throw DeliveryError.changedSincePlan("The planned files are no longer there as they were: \(error)")
    }
  }
}
