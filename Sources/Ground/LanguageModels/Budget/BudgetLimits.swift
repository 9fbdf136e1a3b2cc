/// What one run may use; nil for no limit.
package struct BudgetLimits: Hashable, Sendable {
  package var dollars: Double?
  package var tokens: Int?
  package var calls: Int?
  package var duration: Duration?

  package init(dollars: Double? = nil, tokens: Int? = nil, calls: Int? = nil, duration: Duration? = nil) {
    self.dollars = dollars
    self.tokens = tokens
    self.calls = calls
    self.duration = duration
  }
}
