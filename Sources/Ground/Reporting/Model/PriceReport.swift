import Vocabulary

/// A price estimate with its coverage.
package struct PriceReport: Sendable, Codable {
  package var monthly: Double
  package var currency: String
  package var coverage: Double
  package var priceBookDate: String
  package var unpriced: [String]
  package var resources: [PriceEstimate.Resource]

  package init(_ price: PriceEstimate) {
    monthly = price.monthly
    currency = price.currency
    coverage = price.coverage
    priceBookDate = price.priceBookDate
    unpriced = price.unpriced
    resources = price.resources
  }
}
