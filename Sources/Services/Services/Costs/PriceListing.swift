import Basics
import Pricing

/// Facts of the price book as lists show them.
package struct PriceListing: Sendable {
  package let json: JSONValue
  /// A line for each fact, with its day and source.
  package let text: String
  package let isEmpty: Bool

  init(_ facts: [PriceFact]) throws {
    json = try JSONValue(encoding: facts)
    text = facts.map { Self.line($0, price: $0.price, region: $0.region, source: $0.source) }.joined()
    isEmpty = facts.isEmpty
  }

  /// The price of a region without a fact of its own, from that of the reference region.
  init(_ fact: PriceFact, derived price: Double, region: String) {
    let source = "\(fact.source), times the factor of the region to \(fact.region)"
    json = [
      [
        "provider": .string(fact.provider), "service": .string(fact.service), "key": .string(fact.key),
        "region": .string(region), "unit": .string(fact.unit), "price": .number(price),
        "date": .string(fact.date), "source": .string(source),
      ]
    ]
    text = Self.line(fact, price: price, region: region, source: source)
    isEmpty = false
  }

  private static func line(_ fact: PriceFact, price: Double, region: String, source: String) -> String {
    "\(fact.provider)/\(fact.service)/\(fact.key)  \(region)  $\(JSONValue.number(price).compact) "
      + "per \(fact.unit)  (\(fact.date), \(source))\n"
  }
}
