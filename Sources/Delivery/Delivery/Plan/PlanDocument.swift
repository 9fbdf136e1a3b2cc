import Basics
import Digests
import Effects
import Vocabulary

/// What a plan would do and what it is bound to. Its digest is what a person approves.
package struct PlanDocument: Sendable, Hashable, Codable {
  /// What the plan is for.
  package enum Purpose: String, Sendable, Codable {
    /// The files as they are now.
    case change
    /// The files as they were before an apply.
    case undo
    /// Nothing: everything in the state goes.
    case destroy
  }

  package var purpose: Purpose
  /// The apply that an undo takes back.
  package var undoes: String?
  /// Who asked for the plan.
  package var requester: String
  /// The configuration folder; it decides the workspace and so the state.
  package var folder: String
  /// Where the planned files are read from: the folder, or for an undo the copy kept with an earlier plan.
  package var source: String
  /// The private folder of the tool.
  package var workspace: String
  /// SHA-256 of each file by name.
  package var artifacts: [String: String]
  package var infrastructure: InfrastructurePlan?
  package var cluster: ClusterPlan?
  package var changes: [PlannedChange]
  /// What was changed behind the state's back, as the plan saw it.
  package var drift: [PlannedChange]
  package var appraisal: Appraisal
  package var rules: ApprovalRules
  package var risks: [Risk]
  package var undo: UndoOutlook
  /// What a person set aside to have this planned; nil where nothing had to be.
  package var override: VetoOverride?
  /// What it does besides its resources, each allowed by a person; nil where there is nothing, and in plans of earlier
  /// versions.
  package var effects: [Effect]?

  /// What an approval is given for: the same on another day and another machine, and different for any real difference.
  /// Left out is what names a place (folders, paths), a moment (the saved file's bytes hold its time) or a person; the
  /// signed statement binds those one by one.
  package var digest: Digest {
    let parts = DigestParts(
      purpose: purpose, artifacts: artifacts,
      infrastructure: infrastructure.map(InfrastructurePlan.Parts.init),
      cluster: cluster, changes: changes, drift: drift, appraisal: appraisal, rules: rules, risks: risks,
      undoChanges: undo.changes, undoPending: undo.pending, undoLosses: undo.losses,
      override: override, effects: effects)
    do {
      return Digest(of: try JSONValue(encoding: parts))
    } catch {
      // A value that cannot be encoded equals no kept digest, so such a plan is refused everywhere.
      return Digest(of: "not encodable: \(error)")
    }
  }

  private struct DigestParts: Encodable {
    let purpose: Purpose
    let artifacts: [String: String]
    let infrastructure: InfrastructurePlan.Parts?
    let cluster: ClusterPlan?
    let changes: [PlannedChange]
    let drift: [PlannedChange]
    let appraisal: Appraisal
    let rules: ApprovalRules
    let risks: [Risk]
    let undoChanges: [PlannedChange]
    let undoPending: [PlannedChange]
    let undoLosses: [String]
    /// Left out of the digest where there is none, so that plans of earlier versions keep theirs.
    let override: VetoOverride?
    let effects: [Effect]?
  }

  package func count(_ action: PlannedChange.Action) -> Int { changes.count { $0.action == action } }

  /// How many resources are made, changed, replaced or destroyed: what an approver types for a risky plan.
  package var changeCount: Int { changes.count { $0.action != .read && $0.action != .forget } }

  /// How many distinct people have to approve.
  package var approversNeeded: Int {
    let least = risks.contains { $0.kind == .code } ? 2 : 1
    return risks.isEmpty ? 1 : max(least, rules.approversAtRisk)
  }

  /// `6 to add, 1 to change, 0 to replace, 0 to destroy`.
  package var summary: String {
    "\(count(.create)) to add, \(count(.update)) to change, \(count(.replace)) to replace, \(count(.delete)) to destroy"
  }
}
