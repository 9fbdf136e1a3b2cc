/// What one run may use; a run that reaches a limit stops.
package struct RunBudget: Sendable, Hashable, Codable {
  /// US dollars paid to model providers.
  package var dollars: Double
  package var tokens: Int
  package var calls: Int
  package var minutes: Double

  package init(dollars: Double = 2, tokens: Int = 400_000, calls: Int = 100, minutes: Double = 15) {
    self.dollars = dollars
    self.tokens = tokens
    self.calls = calls
    self.minutes = minutes
  }
}
