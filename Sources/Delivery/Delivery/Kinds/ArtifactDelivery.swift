import Records

/// What the executor does with the artifacts of one kind. Planning, preflight, apply and drift walk the list of kinds and
/// know none of them; where a plan has nothing of a kind, each of these does nothing.
protocol ArtifactDelivery: Sendable {
  /// Asks the kind's tool what the files would change; the workspace holds them and is locked.
  /// - Parameter id: the id that the plan will have.
  func plan(
    _ goal: PlanGoal, id: String, earlier: [KeptApply], workspace: Workspace,
    progress: @escaping ProgressObserver
  ) async throws -> PlanFindings

  /// Plans the files of the last apply against the present state, before anything changes: proves that the way back is
  /// valid, and shows what an undo would do besides.
  func rehearseUndo(
    of last: KeptApply, goal: PlanGoal, workspace: Workspace, progress: @escaping ProgressObserver
  ) async throws -> UndoRehearsal

  /// Throws where a file, a program or a place that the plan is bound to has changed on this machine.
  func verify(_ document: PlanDocument, workspace: Workspace) throws

  /// Throws where what is managed has moved on since the plan.
  func verifyState(_ document: PlanDocument, workspace: Workspace) async throws

  /// Reads what will be run, once: the bytes that are checked are the bytes that are run.
  func stage(_ document: PlanDocument, workspace: Workspace) async throws

  /// Runs the plan and adds to the findings what was done. What comes after a failure is skipped and said so.
  func apply(
    _ document: PlanDocument, record: ApplyRecord, workspace: Workspace, findings: inout ApplyFindings,
    progress: @escaping ProgressObserver
  ) async throws

  /// What differs between what was applied and what exists; the workspace holds the files of the apply.
  func drift(
    _ document: PlanDocument, workspace: Workspace, progress: @escaping ProgressObserver
  ) async throws -> DriftFindings
}
