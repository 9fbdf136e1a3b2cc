import Basics

/// What the tool of one kind found out, or of all kinds together.
struct PlanFindings: Sendable {
  var infrastructure: InfrastructurePlan?
  var cluster: ClusterPlan?
  /// The saved plan as `show -json` prints it; nil where there is no infrastructure.
  var json: JSONValue?
  var deltas: [ResourceDelta] = []
  /// What was changed behind the state's back, as the plan saw it.
  var drift: [PlannedChange] = []
  /// What an undo cannot give back, one sentence each.
  var losses: [String] = []
  var changesAnything = false

  /// Takes in what another kind found; each kind fills its own part.
  mutating func add(_ other: PlanFindings) {
    infrastructure = infrastructure ?? other.infrastructure
    cluster = cluster ?? other.cluster
    json = json ?? other.json
    deltas += other.deltas
    drift += other.drift
    losses += other.losses
    changesAnything = changesAnything || other.changesAnything
  }
}
