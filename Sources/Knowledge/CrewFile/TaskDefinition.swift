import Basics

/// One entry under `tasks:`, with CrewAI's keys; `condition` and `max_execution_time` are our own.
package struct TaskDefinition: Sendable, Hashable, Codable {
  /// What a result has to pass before anything builds on it.
  package struct Guardrail: Sendable, Hashable, Codable {
    /// A check by name, or what has to hold in free words, which a model then judges.
    package var name: String
    /// What the check is held to, as the number of `max_words: 300`.
    package var argument: JSONValue?
    package var range: SourceRange

    /// CrewAI takes a sentence as well as a name.
    package var isFreeText: Bool { argument == nil && name.contains(" ") }
  }

  package var key: String
  package var description: String
  package var expectedOutput: String
  package var agent: String?
  /// Keys of the tasks whose results it gets; nil for all that stand before it, as in CrewAI.
  package var context: [String]?
  /// Whether the task after it starts without waiting for it.
  package var runsAsynchronously: Bool
  /// Below the run's folder.
  package var outputFile: String?
  package var asksPerson: Bool
  /// In the order in which they are checked.
  package var guardrails: [Guardrail]
  /// How often the task is done again because of a guardrail.
  package var guardrailRetries: Int
  /// An expression over `inputs` and `task`; where it is false the task is not needed.
  package var condition: String?
  /// Seconds its work may take, all attempts together; nil for no limit but the agent's.
  package var maximumSeconds: Int?
  /// Whether the result should be formatted as Markdown.
  package var wantsMarkdown: Bool
  package var range: SourceRange
}
