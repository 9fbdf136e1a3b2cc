import Basics
import Digests
import FoundationEssentials
import Records
import Store

/// Plans, takes approvals and applies. The only room that changes anything outside this machine. Each of its verbs is a
/// type of its own that is given what it needs; here they are put together, and nothing is decided.
package struct Executor: Sendable {
  private let archive: PlanArchive
  private let planning: Planning
  private let keys: ApproverKeys
  private let approving: Approving
  private let exchange: ApprovalExchange
  private let applying: Applying
  private let undoing: Undoing
  private let reconciling: Reconciling
  private let drifting: DriftCheck
  private let publishing: Publishing

  /// - Parameter now: the clock, given so that expiry can be tested.
  package init(
    store: Store, setup: ExecutorConfiguration, appraisal: any PlanAppraisal,
    now: @escaping @Sendable () -> Date = { Date() }
  ) {
    let trail = DeliveryTrail(store: store, actor: setup.actor, mask: setup.mask, now: now)
    let archive = PlanArchive(store: store, home: setup.home)
    let tools = DeliveryTools(setup: setup)
    let admission = EffectAdmission(trail: trail, sources: setup.sources)
    let kinds: [any ArtifactDelivery] = [
      InfrastructureDelivery(
        tools: tools, archive: archive, isSettable: { appraisal.isSettable($0, attribute: $1) }),
      ClusterDelivery(tools: tools, archive: archive, admission: admission),
    ]
    self.archive = archive
    planning = Planning(
      kinds: kinds, archive: archive, trail: trail, tools: tools, appraisal: appraisal, rules: setup.rules,
      admission: admission)
    keys = ApproverKeys(ring: setup.keys, trail: trail)
    approving = Approving(archive: archive, keys: keys, trail: trail, login: setup.login)
    exchange = ApprovalExchange(archive: archive, approving: approving, keys: keys, trail: trail)
    applying = Applying(
      kinds: kinds, archive: archive, trail: trail,
      preflight: Preflight(kinds: kinds, archive: archive, keys: keys, trail: trail, rules: setup.rules))
    undoing = Undoing(archive: archive, planning: planning)
    reconciling = Reconciling(archive: archive, planning: planning, trail: trail)
    drifting = DriftCheck(kinds: kinds, archive: archive, trail: trail, tools: tools)
    publishing = Publishing(archive: archive, trail: trail, environment: setup.environment)
  }

  /// A kept plan by its id or the beginning of it.
  package func planned(_ id: String) async throws -> (record: PlanRecord, document: PlanDocument) {
    try await archive.planned(id)
  }

  /// See `Planning.plan`.
  package func plan(
    _ target: String, destroys: Bool = false, takesOwnership: Bool = false, allowing: Set<String> = [],
    overriding reason: String? = nil, progress: @escaping ProgressObserver
  ) async throws -> PlannedChanges {
    try await planning.plan(
      target, destroys: destroys, takesOwnership: takesOwnership, allowing: allowing, overriding: reason,
      progress: progress)
  }

  /// See `Approving.approve`.
  package func approve(_ id: String, word: ApprovalWord) async throws
    -> (approval: ApprovalRecord, document: PlanDocument)
  {
    try await approving.approve(id, word: word)
  }

  /// See `Approving.revoke`.
  package func revoke(_ id: String) async throws -> ApprovalRecord { try await approving.revoke(id) }

  /// See `Approving.approvals`.
  package func approvals(plan: String?) async throws -> [(approval: ApprovalRecord, worth: String)] {
    try await approving.approvals(plan: plan)
  }

  /// See `Approving.missing`.
  package func approversMissing(plan: String) async throws -> Int { try await approving.missing(plan: plan) }

  /// See `ApprovalExchange.export`.
  package func export(_ id: String) async throws -> JSONValue { try await exchange.export(id) }

  /// See `ApprovalExchange.take`.
  package func take(_ file: JSONValue) async throws -> ImportedFile { try await exchange.take(file) }

  /// See `Applying.apply`.
  package func apply(_ id: String, progress: @escaping ProgressObserver) async throws -> AppliedChanges {
    try await applying.apply(id, progress: progress)
  }

  /// See `Undoing.undo`.
  package func undo(_ id: String, progress: @escaping ProgressObserver) async throws -> PlannedChanges {
    try await undoing.undo(id, progress: progress)
  }

  /// See `Reconciling.reconcile`.
  package func reconcile(_ id: String, progress: @escaping ProgressObserver) async throws -> Reconciliation {
    try await reconciling.reconcile(id, progress: progress)
  }

  /// See `Reconciling.settle`.
  package func settle(_ apply: ApplyRecord, as status: ApplyRecord.Status, by person: String) async throws {
    try await reconciling.settle(apply, as: status, by: person)
  }

  /// See `DriftCheck.drift`.
  package func drift(_ target: String, progress: @escaping ProgressObserver) async throws -> Drift {
    try await drifting.drift(target, progress: progress)
  }

  /// See `DriftCheck.appliedFolders`.
  package func appliedFolders(_ progress: ProgressObserver) async throws -> [String] {
    try await drifting.appliedFolders(progress)
  }

  /// See `Publishing.publish`.
  package func publish(
    _ target: String, to place: String, branch: String?, path: String?, push: Bool, git: String
  ) async throws -> Publication {
    try await publishing.publish(target, to: place, branch: branch, path: path, push: push, git: git)
  }

  /// See `ApproverKeys.trust`.
  package func trust(_ key: TrustedKey, reason: String = "") async throws {
    try await keys.trust(key, reason: reason)
  }

  /// See `ApproverKeys.distrust`.
  package func distrust(_ name: String) async throws -> Bool { try await keys.distrust(name) }

  /// The keys whose approvals count.
  package func trustedKeys() throws -> [TrustedKey] { try keys.trusted() }

  /// See `ApproverKeys.own`.
  package func ownKey(of name: String) throws -> TrustedKey { try keys.own(name) }
}
