/// What a model costs, in US dollars for a million tokens.
package struct ModelPrice: Hashable, Sendable, Codable {
  package var input: Double
  package var output: Double
  /// What the provider read from its prompt cache; nil where it costs as much as the rest.
  package var cachedInput: Double?

  package init(input: Double, output: Double, cachedInput: Double? = nil) {
    self.input = input
    self.output = output
    self.cachedInput = cachedInput
  }

  package func dollars(_ usage: TokenUsage) -> Double {
    let cached = min(usage.cachedInput, usage.input)
    return
      (Double(usage.input - cached) * input + Double(cached) * (cachedInput ?? input) + Double(usage.output)
      * output)
      / 1_000_000
  }
}
