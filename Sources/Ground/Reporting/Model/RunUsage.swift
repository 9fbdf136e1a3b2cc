/// What the run itself used.
package struct RunUsage: Sendable, Codable {
  /// Calls to language models; the handbook makes none.
  package var calls: Int
  package var tokens: Int
  /// US dollars paid to model providers.
  package var usd: Double
  /// Wall time from the first step to the verdict.
  package var seconds: Double

  /// Calls of models without a price: `usd` has nothing of them.
  package var unpricedCalls: Int?
  /// Why the budget ended before the work, in a sentence; nil where it did not.
  package var exceeded: String?

  package init(
    calls: Int, tokens: Int, usd: Double, seconds: Double, unpricedCalls: Int? = nil, exceeded: String? = nil
  ) {
    self.calls = calls
    self.tokens = tokens
    self.usd = usd
    self.seconds = seconds
    self.unpricedCalls = unpricedCalls == 0 ? nil : unpricedCalls
    self.exceeded = exceeded
  }
}
