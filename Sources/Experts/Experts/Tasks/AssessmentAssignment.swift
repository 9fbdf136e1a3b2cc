/// A result to be judged: by a manager who gave the work, or against a guardrail in free words.
package struct AssessmentAssignment: Sendable {
  package var agent: AgentProfile
  package var description: String
  package var expectedOutput: String
  /// What has to hold besides; nil where the task's own words are all there is.
  package var rule: String?
  package var result: String

  package init(
    agent: AgentProfile, description: String, expectedOutput: String, rule: String? = nil, result: String
  ) {
    self.agent = agent
    self.description = description
    self.expectedOutput = expectedOutput
    self.rule = rule
    self.result = result
  }
}
