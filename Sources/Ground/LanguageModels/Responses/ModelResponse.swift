/// A whole answer.
package struct ModelResponse: Hashable, Sendable, Codable {
  /// Without the model's thoughts.
  package var text: String
  package var toolCalls: [ToolCall]
  package var usage: TokenUsage
  package var finish: FinishReason

  package init(
    text: String, toolCalls: [ToolCall] = [], usage: TokenUsage = TokenUsage(), finish: FinishReason = .stop
  ) {
    self.text = text
    self.toolCalls = toolCalls
    self.usage = usage
    self.finish = finish
  }
}
