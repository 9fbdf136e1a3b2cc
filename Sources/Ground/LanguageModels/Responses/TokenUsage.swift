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
    self.input = Self.counted(input)
    self.output = Self.counted(output)
    self.cachedInput = Self.counted(cachedInput)
    self.isExact = isExact
  }

  /// A count that a server or a recording names, from 0 to more than any model reads in a year: a budget adds them up,
  /// and a count below zero would give back what was spent.
  static func counted(_ tokens: Int) -> Int { min(max(0, tokens), 1_000_000_000_000) }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      input: try values.decode(Int.self, forKey: .input),
      output: try values.decode(Int.self, forKey: .output),
      cachedInput: try values.decode(Int.self, forKey: .cachedInput),
      isExact: try values.decode(Bool.self, forKey: .isExact))
  }

  package var total: Int { input + output }

  package static func + (left: TokenUsage, right: TokenUsage) -> TokenUsage {
    TokenUsage(
      input: left.input + right.input, output: left.output + right.output,
      cachedInput: left.cachedInput + right.cachedInput, isExact: left.isExact && right.isExact)
  }
}
