import Basics

/// One call's input: the conversation so far and how the answer is to be made.
package struct ModelRequest: Hashable, Sendable {
  package var system: String
  package var messages: [ModelMessage]
  /// What the model may call; empty for none.
  package var tools: [ModelTool]
  /// The form that the answer has to have; nil for free text.
  package var format: AnswerFormat?
  /// Nil for the provider's own default.
  package var temperature: Double?
  package var seed: Int?
  /// The longest answer, in tokens; what a budget reserves.
  package var maximumTokens: Int
  /// Texts that end the answer.
  package var stop: [String]
  /// What else is asked of the provider.
  package var tuning: ModelTuning
  /// Whether the answer is sent while it is made. Changes nothing in the answer.
  package var streams: Bool

  package init(
    system: String = "", messages: [ModelMessage], tools: [ModelTool] = [], format: AnswerFormat? = nil,
    temperature: Double? = nil, seed: Int? = nil, maximumTokens: Int = 4096, stop: [String] = [],
    tuning: ModelTuning = ModelTuning(), streams: Bool = true
  ) {
    self.system = system
    self.messages = messages
    self.tools = tools
    self.format = format
    self.temperature = temperature
    self.seed = seed
    self.maximumTokens = maximumTokens
    self.stop = stop
    self.tuning = tuning
    self.streams = streams
  }
}
