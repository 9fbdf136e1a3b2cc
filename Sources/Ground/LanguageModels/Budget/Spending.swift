/// What a run has used.
package struct Spending: Hashable, Sendable, Codable {
  package var calls: Int
  package var tokens: Int
  package var dollars: Double
  /// Calls of models without a price: `dollars` has nothing of them.
  package var unpricedCalls: Int

  package init(calls: Int = 0, tokens: Int = 0, dollars: Double = 0, unpricedCalls: Int = 0) {
    self.calls = calls
    self.tokens = tokens
    self.dollars = dollars
    self.unpricedCalls = unpricedCalls
  }
}
