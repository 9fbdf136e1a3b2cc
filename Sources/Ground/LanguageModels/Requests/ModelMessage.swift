/// One turn of a conversation.
package enum ModelMessage: Hashable, Sendable, Codable {
  case user(String)
  /// What the model said before, with the tools it called.
  case assistant(String, calls: [ToolCall] = [])
  /// What a tool gave for the call with this id.
  case toolResult(id: String, name: String, text: String, isError: Bool = false)
}
