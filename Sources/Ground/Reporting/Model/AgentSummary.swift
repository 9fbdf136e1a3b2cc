/// An agent's key and role.
package struct AgentSummary: Sendable, Codable {
  package var key: String
  package var role: String

  package init(key: String, role: String) {
    self.key = key
    self.role = role
  }
}
