import Vocabulary

/// The part of an agent's entry in `agents.yaml` that shapes its answers.
package struct AgentProfile: Hashable, Sendable, Codable {
  package typealias Priority = Vocabulary.Priority

  /// The key in `agents.yaml`: `security_reviewer`.
  package var key: String
  package var role: String
  package var goal: String
  package var backstory: String
  package var priority: Priority
  /// The findings this agent raises and may veto on.
  package var focus: [Finding.Category]

  package init(
    key: String, role: String, goal: String = "", backstory: String = "", priority: Priority = .balanced,
    focus: [Finding.Category] = []
  ) {
    self.key = key
    self.role = role
    self.goal = goal
    self.backstory = backstory
    self.priority = priority
    self.focus = focus
  }
}
