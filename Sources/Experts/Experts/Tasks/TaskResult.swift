/// What a task came to.
package struct TaskResult: Sendable, Hashable, Codable {
  package var text: String
  /// Calls of a model that it took.
  package var calls: Int
  package var inputTokens: Int
  package var outputTokens: Int

  package init(text: String, calls: Int = 0, inputTokens: Int = 0, outputTokens: Int = 0) {
    self.text = text
    self.calls = calls
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
  }
}
