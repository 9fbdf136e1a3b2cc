import LanguageModels

/// How a model is asked for an agent.
package struct ModelOptions: Sendable {
  /// The longest answer, in tokens.
  package var maximumTokens: Int
  package var temperature: Double?
  package var seed: Int?
  /// What fits into one call, in tokens; nil where nobody said.
  package var contextLength: Int?
  /// Calls for one task at most, with those that only call tools.
  package var maximumIterations: Int
  /// What else is asked of the provider.
  package var tuning: ModelTuning

  package init(
    maximumTokens: Int = 8192, temperature: Double? = nil, seed: Int? = nil, contextLength: Int? = nil,
    maximumIterations: Int = 25, tuning: ModelTuning = ModelTuning()
  ) {
    self.maximumTokens = maximumTokens
    self.temperature = temperature
    self.seed = seed
    self.contextLength = contextLength
    self.maximumIterations = maximumIterations
    self.tuning = tuning
  }
}
