import Basics

/// One entry under `tasks:`, with CrewAI's keys.
package struct TaskDefinition: Sendable, Hashable, Codable {
  package var key: String
  package var description: String
  package var expectedOutput: String
  package var agent: String?
  /// Keys of the tasks whose results it gets.
  package var context: [String]
  package var runsAsynchronously: Bool
  package var outputFile: String?
  package var asksPerson: Bool
  package var range: SourceRange
}
