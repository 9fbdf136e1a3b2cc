import CrewFile

extension AgentProfile {
  /// What an agent's entry in the crew file says of its answers.
  package init(_ agent: Agent) {
    self.init(
      key: agent.key, role: agent.role, goal: agent.goal, backstory: agent.backstory,
      priority: agent.priority, focus: agent.focus)
  }
}
