/// What a unit costs in a region, and how that is known.
package struct PriceQuote: Hashable, Sendable {
  /// US dollars.
  package let price: Double
  /// Whether it is the price of another region times the ratio of the two, for lack of a price of the region's own.
  package let isByFactor: Bool

  package init(price: Double, isByFactor: Bool) {
    self.price = price
    self.isByFactor = isByFactor
  }
}
