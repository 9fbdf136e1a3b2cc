/// What an advice saves.
package struct AdviceSaving: Hashable, Sendable, Codable {
  package enum Basis: String, Sendable, Codable {
    /// The difference of two estimates: with and without the patch.
    case priced
    /// Arithmetic on what was measured, billed or described, with prices from the book.
    case computed
    /// Real only when something else shrinks too, such as the nodes below smaller requests.
    case reclaimable
    /// It depends on an amount that no source tells.
    case usage
    /// No price is known.
    case unpriced
    /// Nothing by itself: it makes other savings possible or shows where money goes.
    case enabler
  }

  /// US dollars; nil where `basis` says that no amount is known.
  package var monthly: Double?
  package var basis: Basis
  /// What the resources cost a month before this change, as far as it is known.
  package var before: Double?

  package init(monthly: Double?, basis: Basis, before: Double? = nil) {
    self.monthly = monthly
    self.basis = basis
    self.before = before
  }
}
