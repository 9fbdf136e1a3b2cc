/// What an agent's model was sent and answered in a run, call by call added up.
package struct SentReport: Sendable, Codable, Hashable {
  /// Nil in journals of versions that did not note it.
  package var agent: String?
  /// `provider/model`.
  package var model: String
  package var calls: Int
  package var inputTokens: Int
  package var outputTokens: Int

  package init(agent: String?, model: String, calls: Int, inputTokens: Int, outputTokens: Int) {
    self.agent = agent
    self.model = model
    self.calls = calls
    self.inputTokens = inputTokens
    self.outputTokens = outputTokens
  }
}
