/// A model with everything that is needed to ask it.
package struct ModelSettings: Hashable, Sendable {
  package var name: ModelName
  package var provider: ProviderSettings
  /// Nil where nobody said what it costs.
  package var price: ModelPrice?
  /// Whether it may be asked without a price; its calls are then counted without their dollars.
  package var allowsUnpriced: Bool
  /// What fits into one call, input and answer together, in tokens; nil where nobody said.
  package var contextLength: Int?
  /// The longest answer, in tokens.
  package var maximumTokens: Int
  /// Nil for the provider's own default.
  package var temperature: Double?
  package var seed: Int?
  /// How the provider is made to hold an answer to a JSON Schema.
  package var structuredOutput: StructuredOutput
  /// What else is asked of the provider with each request.
  package var tuning: ModelTuning
  /// What the server is known not to take.
  package var concessions: [Concession]

  package init(
    name: ModelName, provider: ProviderSettings, price: ModelPrice? = nil, allowsUnpriced: Bool = false,
    contextLength: Int? = nil, maximumTokens: Int = 8192, temperature: Double? = nil, seed: Int? = nil,
    structuredOutput: StructuredOutput = .native, tuning: ModelTuning = ModelTuning(),
    concessions: [Concession] = []
  ) {
    self.name = name
    self.provider = provider
    self.price = price
    self.allowsUnpriced = allowsUnpriced
    self.contextLength = contextLength
    self.maximumTokens = maximumTokens
    self.temperature = temperature
    self.seed = seed
    self.structuredOutput = structuredOutput
    self.tuning = tuning
    self.concessions = concessions
  }
}
