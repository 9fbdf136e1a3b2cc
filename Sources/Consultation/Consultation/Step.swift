import Experts
import Vocabulary

/// A step of the protocol with the type of what it gives, so that nothing is kept or read under another type.
struct Step<Output: Codable & Sendable>: Sendable {
  let node: StepNode

  var key: String { node.key }
}

extension Step where Output == Draft {
  static func draft(label: String, agent: String) -> Step { Step(node: .draft(label: label, agent: agent)) }
}

extension Step where Output == Evidence {
  static func evidence(label: String) -> Step { Step(node: .evidence(label: label)) }
  static func revisionEvidence(round: Int) -> Step { Step(node: .revisionEvidence(round: round)) }
}

extension Step where Output == Gate {
  static var gate: Step { Step(node: .gate) }
}

extension Step where Output == [Objection] {
  /// What one critic raises.
  static func objections(round: Int, agent: String) -> Step {
    Step(node: .objections(round: round, agent: agent))
  }
  /// What all critics raised, each held against its check.
  static func settlement(round: Int) -> Step { Step(node: .settlement(round: round)) }
}

extension Step where Output == Revision {
  static func revision(round: Int) -> Step { Step(node: .revision(round: round)) }
}

extension Step where Output == RoundOutcome {
  static func outcome(round: Int) -> Step { Step(node: .outcome(round: round)) }
}

extension Step where Output == Ballot {
  static func ballot(judge: String, order: Int) -> Step { Step(node: .ballot(judge: judge, order: order)) }
}

extension Step where Output == Verdict {
  static var verdict: Step { Step(node: .verdict) }
}
