/// What a call may use at most.
struct BudgetReservation: Sendable {
  let tokens: Int
  /// Nil where nobody said what the model costs.
  let dollars: Double?
}
