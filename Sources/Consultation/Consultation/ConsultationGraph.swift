import Basics
import CrewFile
import TaskGraph
import Vocabulary

/// The protocol as a task graph, whole before anything runs: what is not needed ends at once with no result.
package enum ConsultationGraph {
  package typealias Graph = TaskGraph<StepNode>

  /// Letters for the drafters in an order that `seed` decides, so that a label says nothing of its author.
  package static func labels(_ drafters: [String], seed: String) -> [(label: String, agent: String)] {
    let shuffled = drafters.sorted { left, right in
      let (a, b) = (mix(seed + left), mix(seed + right))
      return a == b ? left < right : a < b
    }
    return shuffled.enumerated().map {
      (String(UnicodeScalar(UInt8(ascii: "A") + UInt8($0.offset % 26))), $0.element)
    }
  }

  /// FNV-1a, 64 bits: any fixed mixing will do, it only has to be the same on each machine.
  private static func mix(_ text: String) -> UInt64 {
    text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
  }

  /// - Parameter seed: anything fixed for the run.
  package static func make(crew: Crew, mode: Request.Mode, seed: String) throws -> Graph {
    let drafts = labels(crew.drafters(in: mode), seed: seed)
    var nodes: [Graph.Node] = []
    func add(_ step: StepNode, after: [StepNode] = [], waitsFor: [StepNode] = []) {
      nodes.append(
        Graph.Node(id: step.key, after: after.map(\.key), waitsFor: waitsFor.map(\.key), payload: step))
    }
    for (label, agent) in drafts { add(.draft(label: label, agent: agent)) }
    for (label, agent) in drafts { add(.evidence(label: label), after: [.draft(label: label, agent: agent)]) }
    let checked = drafts.map { StepNode.evidence(label: $0.label) }
    let proposed = drafts.map { StepNode.draft(label: $0.label, agent: $0.agent) }
    add(.gate, waitsFor: proposed + checked)
    var all = proposed + checked + [.gate]
    for round in 1...max(1, crew.rounds) where mode == .debate && crew.rounds > 0 {
      let critiques = crew.critics.map { StepNode.objections(round: round, agent: $0) }
      let before = all
      for critique in critiques { add(critique, after: [.gate], waitsFor: before) }
      add(.settlement(round: round), after: [.gate], waitsFor: before + critiques)
      add(.revision(round: round), after: [.settlement(round: round)], waitsFor: before)
      add(.revisionEvidence(round: round), after: [.revision(round: round)])
      add(
        .outcome(round: round), after: [.settlement(round: round)],
        waitsFor: before + [.revision(round: round), .revisionEvidence(round: round)])
      all +=
        critiques + [
          .settlement(round: round), .revision(round: round), .revisionEvidence(round: round),
          .outcome(round: round),
        ]
    }
    // An ensemble is decided by evidence; only what was debated is voted on.
    let ballots =
      mode != .debate
      ? []
      : crew.judges.flatMap { judge in
        (1...2).map { StepNode.ballot(judge: judge, order: $0) }
      }
    for ballot in ballots { add(ballot, after: [.gate], waitsFor: all) }
    add(.verdict, after: [.gate], waitsFor: all + ballots)
    return try Graph(nodes)
  }
}
