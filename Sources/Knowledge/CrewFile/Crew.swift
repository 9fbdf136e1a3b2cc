import Basics
import Vocabulary

/// Who consults and how, as `agents.yaml` says.
package struct Crew: Sendable, Hashable, Codable {
  package var name: String
  package var mode: Request.Mode
  /// Rounds of objections, 0 to 3.
  package var rounds: Int
  /// Keys of the agents that draft, in order; at least one.
  package var drafters: [String]
  /// How many drafts the first drafter makes in an ensemble, each drawn at another temperature; nil for one draft of each
  /// drafter.
  package var drafts: Int?
  /// Keys of the agents that object.
  package var critics: [String]
  /// Keys of the agents that vote.
  package var judges: [String]
  /// The agent that reads the request into a brief.
  package var moderator: String
  package var budget: RunBudget
  package var agents: [Agent]
  package var tasks: [TaskDefinition]
  /// How the tasks are worked through; nil for a crew that consults.
  package var process: TaskProcess?
  /// Digest of the crew file and every prompt: an edited crew is another crew.
  package var digest: String

  /// Who drafts in a mode, once for each draft.
  package func drafters(in mode: Request.Mode) -> [String] {
    switch mode {
    case .solo: Array(drafters.prefix(1))
    case .ensemble:
      drafts.flatMap { count in drafters.first.map { Array(repeating: $0, count: count) } } ?? drafters
    case .debate: drafters
    }
  }

  package func agent(_ key: String) -> Agent? {
    agents.first { $0.key == key }
  }
}
