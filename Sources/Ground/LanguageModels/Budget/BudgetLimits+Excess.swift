import Basics

extension BudgetLimits {
  /// Why the call does not fit; nil where it does.
  /// - Parameter spent: what counts as used.
  func excess(_ next: BudgetReservation, spent: Spending) -> String? {
    if let calls, spent.calls + 1 > calls {
      return "The budget allows \(calls) calls, and that many were made."
    }
    if let tokens, spent.tokens + next.tokens > tokens {
      return
        "The budget allows \(tokens) tokens; \(spent.tokens) are used or reserved, and the next call may need \(next.tokens)."
    }
    if let dollars, spent.dollars + (next.dollars ?? 0) > dollars {
      return
        "The budget allows \(Money.text(dollars)); \(Money.text(spent.dollars)) are spent or reserved, and the next call may cost \(Money.text(next.dollars ?? 0))."
    }
    return nil
  }
}
