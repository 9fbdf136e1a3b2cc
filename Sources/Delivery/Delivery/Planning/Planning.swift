import Basics
import Digests
import Effects
import FoundationEssentials
import Masking
import Records
import Store
import Vocabulary

/// Makes plans: each kind of artifact asks its tool, the whole is priced and judged, and the plan is kept with its digest
/// for people to approve.
struct Planning: Sendable {
  let kinds: [any ArtifactDelivery]
  let archive: PlanArchive
  let trail: DeliveryTrail
  let tools: DeliveryTools
  let appraisal: any PlanAppraisal
  let rules: ApprovalRules
  let admission: EffectAdmission

  /// Plans a folder in its private workspace and keeps the saved plan with its digest.
  /// - Parameters:
  ///   - target: a folder, or a run or the beginning of its id.
  ///   - destroys: whether everything in the state goes, instead of what the files say.
  ///   - takesOwnership: whether fields of Kubernetes objects that another manager owns are taken over.
  ///   - allowed: the ids of effects that may be, each of which a person named.
  ///   - reason: why a bundle that was vetoed is planned all the same; nil where it shall be refused.
  func plan(
    _ target: String, destroys: Bool, takesOwnership: Bool, allowing allowed: Set<String> = [],
    overriding reason: String?,
    progress: @escaping ProgressObserver
  ) async throws -> PlannedChanges {
    let configuration = try Configuration.read(try await archive.folder(of: target))
    let goal = PlanGoal(
      configuration: configuration, folder: configuration.folder, purpose: destroys ? .destroy : .change,
      takesOwnership: takesOwnership,
      override: try await override(configuration, reason: reason), allowed: allowed)
    do {
      return try await plan(goal, progress: progress)
    } catch let error as DeliveryError where error.code == .invalid || error.code == .planFailed {
      // What becomes of a bundle is remembered with the consultation that gave it.
      try await trail.record(.planFailed, subject: goal.folder, detail: error.summary)
      throw error
    }
  }

  /// Plans what is wanted of a folder's workspace, an undo among it, and keeps the plan.
  func plan(_ goal: PlanGoal, progress: @escaping ProgressObserver) async throws -> PlannedChanges {
    let effects = try await admission.admitted(goal)
    let workspace = archive.workspace(of: goal.folder)
    try workspace.make()
    return try await workspace.locked {
      let id = RunIdentifier.make(at: trail.now(), prefix: "plan-")
      let earlier = try await archive.applies(in: goal.folder, progress)
      // An undo goes back to the last apply that is done; where that destroyed everything there is nothing to go back to.
      let last = earlier.first { $0.apply.status == .done }
      let restored = last?.document.purpose == .destroy ? nil : last
      var rehearsal = UndoRehearsal()
      if let restored {
        for kind in kinds {
          let found = try await kind.rehearseUndo(
            of: restored, goal: goal, workspace: workspace, progress: progress)
          rehearsal.changes += found.changes
          rehearsal.losses += found.losses
        }
      }
      try workspace.fill(with: goal.configuration, settings: tools.settings)
      var findings = PlanFindings()
      for kind in kinds {
        findings.add(
          try await kind.plan(goal, id: id, earlier: earlier, workspace: workspace, progress: progress))
      }
      try archive.keep(goal.configuration, for: id)
      var document = try document(goal, effects: effects, workspace: workspace, findings: findings)
      document.undo = UndoOutlook(
        reversing: findings.deltas, restores: restored?.apply.id, pending: rehearsal.changes,
        catalogue: try RiskCatalogue.builtIn.get())
      document.undo.losses += rehearsal.losses + findings.losses
      let record = PlanRecord(
        id: id, created: trail.timestamp(trail.now()), digest: document.digest.hexadecimal,
        document: try JSONValue(encoding: document))
      try await archive.store.keep(
        record, audit: trail.entry(.planned, subject: id, detail: "\(goal.folder): \(document.summary)"))
      return PlannedChanges(record: record, document: document, changesAnything: findings.changesAnything)
    }
  }

  /// What has the shape of a secret is one, whatever the provider marks.
  private func masked(_ change: PlannedChange) -> PlannedChange {
    var change = change
    change.arguments = change.arguments.map { argument in
      var argument = argument
      argument.before = argument.before.map { trail.mask.masked($0) }
      argument.after = argument.after.map { trail.mask.masked($0) }
      return argument
    }
    return change
  }

  /// A veto cannot be out-voted, only answered by evidence or set aside by a person, on the record.
  private func override(_ configuration: Configuration, reason: String?) async throws -> VetoOverride? {
    guard !configuration.vetoes.isEmpty else { return nil }
    guard let reason, !reason.allSatisfy(\.isWhitespace) else {
      try await trail.record(.refused, subject: configuration.folder, detail: "plan: vetoed")
      throw DeliveryError(
        .vetoed, summary: "The bundle was vetoed",
        detail:
          "\(configuration.vetoes.joined(separator: " ")) Change the request or the files so that the finding is gone, or plan with --override 'why it is right all the same'; that stays on record."
      )
    }
    let override = VetoOverride(
      vetoes: configuration.vetoes, by: trail.actor, reason: trail.mask.masked(reason))
    try await trail.record(
      .overridden, subject: configuration.folder,
      detail: "\(override.reason) (\(override.vetoes.joined(separator: " ")))")
    return override
  }

  private func document(
    _ goal: PlanGoal, effects: [Effect], workspace: Workspace, findings: PlanFindings
  ) throws -> PlanDocument {
    let appraisal = try appraisal.appraise(
      findings.json, manifests: goal.purpose == .destroy ? [] : try goal.configuration.objects())
    let assessment = RiskAssessment(catalogue: try RiskCatalogue.builtIn.get(), rules: rules)
    let shown = effects.map { effect in
      var shown = effect
      shown.text = trail.mask.masked(effect.text)
      return shown
    }
    return PlanDocument(
      purpose: goal.purpose, undoes: goal.undoes, requester: trail.actor, folder: goal.folder,
      source: goal.configuration.folder, workspace: workspace.path, artifacts: goal.configuration.digests,
      infrastructure: findings.infrastructure, cluster: findings.cluster,
      changes: findings.deltas.map(\.change).map(masked), drift: findings.drift.map(masked),
      appraisal: appraisal, rules: rules,
      risks: assessment.risks(
        findings.deltas, price: appraisal.after - appraisal.before, unpriced: appraisal.unpriced)
        + (appraisal.network?.exposures ?? []) + RiskAssessment.risks(of: shown),
      undo: UndoOutlook(changes: [], losses: []), override: goal.override,
      effects: shown.isEmpty ? nil : shown)
  }
}
