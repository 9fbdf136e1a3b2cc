import CrewFile

/// One step of the protocol, as a node of the task graph. What it gives is the business of `Step`.
package enum StepNode: Sendable, Hashable {
  case draft(label: String, agent: String)
  case evidence(label: String)
  case gate
  case objections(round: Int, agent: String)
  case settlement(round: Int)
  case revision(round: Int)
  case revisionEvidence(round: Int)
  case outcome(round: Int)
  case ballot(judge: String, order: Int)
  case verdict

  /// The key under which the step is journalled; stable across versions, because old journals are replayed.
  package var key: String {
    switch self {
    case .draft(let label, _): "draft/\(label)"
    case .evidence(let label): "evidence/\(label)"
    case .gate: "gate"
    case .objections(let round, let agent): "round-\(round)/objections/\(agent)"
    case .settlement(let round): "round-\(round)/settlement"
    case .revision(let round): "round-\(round)/revision"
    case .revisionEvidence(let round): "round-\(round)/evidence"
    case .outcome(let round): "round-\(round)/outcome"
    case .ballot(let judge, let order): "ballot/\(judge)/\(order)"
    case .verdict: "verdict"
    }
  }

  /// What a person reads while it runs.
  package func title(_ crew: Crew) -> String {
    func role(_ agent: String) -> String { crew.agent(agent)?.role ?? agent }
    return switch self {
    case .draft(let label, let agent): "draft \(label) by the \(role(agent))"
    case .evidence(let label): "checks on draft \(label)"
    case .gate: "comparison of the drafts"
    case .objections(let round, let agent): "round \(round): objections of the \(role(agent))"
    case .settlement(let round): "round \(round): checks that settle the objections"
    case .revision(let round): "round \(round): revision by the author"
    case .revisionEvidence(let round): "round \(round): checks on the revision"
    case .outcome(let round): "round \(round): outcome"
    case .ballot(let judge, let order): "ballot of the \(role(judge)), order \(order)"
    case .verdict: "verdict"
    }
  }
}
