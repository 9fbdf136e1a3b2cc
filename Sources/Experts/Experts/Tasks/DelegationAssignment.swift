/// Work to be divided among others.
package struct DelegationAssignment: Sendable {
  /// Who divides it.
  package var agent: AgentProfile
  package var description: String
  package var expectedOutput: String
  /// The results of the tasks it builds on.
  package var context: [TaskAssignment.Context]
  /// To whom parts may be given.
  package var coworkers: [AgentProfile]
  /// Parts at most, at least 1.
  package var maximumSteps: Int
  /// Whether no part at all is an answer: the work is then done by the agent itself.
  package var mayKeep: Bool

  package init(
    agent: AgentProfile, description: String, expectedOutput: String, context: [TaskAssignment.Context],
    coworkers: [AgentProfile], maximumSteps: Int, mayKeep: Bool
  ) {
    self.agent = agent
    self.description = description
    self.expectedOutput = expectedOutput
    self.context = context
    self.coworkers = coworkers
    self.maximumSteps = maximumSteps
    self.mayKeep = mayKeep
  }
}
