/// Which crew consulted.
package struct CrewSummary: Sendable, Codable {
  package var name: String
  /// SHA-256 of crew file and prompts.
  package var digest: String
  package var agents: [AgentSummary]

  package init(name: String, digest: String, agents: [AgentSummary]) {
    self.name = name
    self.digest = digest
    self.agents = agents
  }
}
