/// How work was divided: parts one after the other, each with the results of those before it.
package struct Delegation: Sendable, Hashable, Codable {
  package struct Step: Sendable, Hashable, Codable {
    /// The key of the agent that does it.
    package var agent: String
    package var description: String
    package var expectedOutput: String

    package init(agent: String, description: String, expectedOutput: String) {
      self.agent = agent
      self.description = description
      self.expectedOutput = expectedOutput
    }
  }

  package var steps: [Step]

  package init(steps: [Step]) {
    self.steps = steps
  }
}
