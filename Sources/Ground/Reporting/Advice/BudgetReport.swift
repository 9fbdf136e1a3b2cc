import Basics

/// One limit against what it is set on.
package struct BudgetReport: Hashable, Sendable, Codable {
  package var name: String
  /// What it is set on: `tag team = shop`, `estate prod/*`.
  package var scope: String
  /// Resources that are meant.
  package var resources: Int
  /// Dollars a month.
  package var spent: Double
  /// The limit; nil where only the increase is limited.
  package var limit: Double?
  /// Dollars a month more than on the night before; nil where that is not known.
  package var increase: Double?
  package var increaseLimit: Double?

  package init(
    name: String, scope: String, resources: Int, spent: Double, limit: Double?, increase: Double? = nil,
    increaseLimit: Double? = nil
  ) {
    self.name = name
    self.scope = scope
    self.resources = resources
    self.spent = spent
    self.limit = limit
    self.increase = increase
    self.increaseLimit = increaseLimit
  }

  /// Above, not at, a limit.
  package var isExceeded: Bool {
    (limit.map { spent > $0 } ?? false) || (increaseLimit.map { (increase ?? 0) > $0 } ?? false)
  }

  /// `$120.00 of $100.00 a month: EXCEEDED`
  package var text: String {
    var text = "\(name) (\(scope), \(resources) resources): \(Money.text(spent))"
    if let limit { text += " of \(Money.text(limit))" }
    text += " a month"
    if let increaseLimit {
      let known =
        increase.map { "\($0 < 0 ? "" : "+")\(Money.text($0))" } ?? "not known: there is no night before"
      text += ", change \(known) of at most +\(Money.text(increaseLimit))"
    }
    return text + (isExceeded ? " – EXCEEDED" : "")
  }
}
