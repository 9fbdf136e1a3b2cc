/// The tokens of a call, as the provider counts them.
package struct TokenUsage: Hashable, Sendable, Codable {
  /// Everything that was sent, with what came from the provider's prompt cache.
  package var input: Int
  package var output: Int
  /// The part of `input` that the provider read from its prompt cache.
  package var cachedInput: Int
  /// False where the provider did not say and the numbers are an estimate from the texts.
  package var isExact: Bool

  package init(input: Int = 0, output: Int = 0, cachedInput: Int = 0, isExact: Bool = true) {
    self.input = input
    self.output = output
    self.cachedInput = cachedInput
    self.isExact = isExact
  }

  package var total: Int { input + output }

  package static func + (left: TokenUsage, right: TokenUsage) -> TokenUsage {
    TokenUsage(
      input: left.input + right.input, output: left.output + right.output,
      cachedInput: left.cachedInput + right.cachedInput, isExact: left.isExact && right.isExact)
  }
}
