import Basics
import Vocabulary

/// One entry under `agents:`; CrewAI's keys with their CrewAI meaning, and `priority`, `focus` and `veto` of our own.
package struct Agent: Sendable, Hashable, Codable {
  package var key: String
  package var role: String
  package var goal: String
  package var backstory: String
  /// `handbook`, or `provider/model`; nil for whatever the run chooses.
  package var llm: String?
  package var priority: Priority
  /// The findings this agent raises.
  package var focus: [Finding.Category]
  /// Whether its objections may veto.
  package var veto: Bool
  package var tools: [String]
  package var maximumIterations: Int
  /// Requests per minute; nil for no limit of its own.
  package var maximumRequestsPerMinute: Int?
  /// Seconds one answer may take.
  package var maximumSeconds: Int
  package var range: SourceRange
}
