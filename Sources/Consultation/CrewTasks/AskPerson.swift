/// What a person is asked about a result.
package struct PersonQuestion: Sendable {
  /// The task's key.
  package let task: String
  package let result: String
  /// 1 for the first question about this task.
  package let number: Int
}

/// Asks a person: an empty answer accepts the result, any other is what has to change; nil where nobody is there.
package typealias AskPerson = @Sendable (PersonQuestion) async throws -> String?
