/// A task of a crew's own, outside the consultation's protocol.
package struct TaskAssignment: Sendable {
  /// What an earlier task came to.
  package struct Context: Sendable, Hashable, Codable {
    /// The earlier task's key.
    package var task: String
    package var text: String

    package init(task: String, text: String) {
      self.task = task
      self.text = text
    }
  }

  package var agent: AgentProfile
  package var description: String
  package var expectedOutput: String
  /// The results of the tasks it builds on, in the order in which the crew names them.
  package var context: [Context]
  /// What was wrong with the answer before, in the words of the guardrail; nil the first time.
  package var feedback: String?
  /// The answer that the feedback is about; nil the first time.
  package var previous: String?
  /// Whether the result should be formatted as Markdown.
  package var wantsMarkdown: Bool

  package init(
    agent: AgentProfile, description: String, expectedOutput: String, context: [Context] = [],
    feedback: String? = nil, previous: String? = nil, wantsMarkdown: Bool = false
  ) {
    self.previous = previous
    self.wantsMarkdown = wantsMarkdown
    self.agent = agent
    self.description = description
    self.expectedOutput = expectedOutput
    self.context = context
    self.feedback = feedback
  }
}
