/// What the run itself used.
package struct Usage: Sendable, Codable {
  /// Calls to language models; the handbook makes none.
  package var calls: Int
  package var tokens: Int
  /// US dollars paid to model providers.
  package var usd: Double
  /// Wall time from the first step to the verdict.
  package var seconds: Double

  package init(calls: Int, tokens: Int, usd: Double, seconds: Double) {
    self.calls = calls
    self.tokens = tokens
    self.usd = usd
    self.seconds = seconds
  }
}
