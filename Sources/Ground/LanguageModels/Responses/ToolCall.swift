/// A model's wish to call a tool.
package struct ToolCall: Hashable, Sendable, Codable {
  /// Tells the calls of one answer apart; given by the provider, or made where it gives none.
  package var id: String
  package var name: String
  /// As the model wrote them: supposed to be a JSON object, which nobody promises.
  package var arguments: String

  package init(id: String, name: String, arguments: String) {
    self.id = id
    self.name = name
    self.arguments = arguments
  }
}
