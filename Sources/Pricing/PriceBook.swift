import Basics
import FoundationEssentials
import Synchronization

import class Foundation.Bundle

/// Dated price facts by region, and for regions without their own the ratio to the one that has them.
package struct PriceBook: Sendable {
  /// The newest day of any fact.
  package let date: String
  private let facts: [String: PriceFact]
  private let factors: [String: Double]
  private let regions: Set<String>
  private static let reference = "us-east-1"

  /// The book that ships, read once.
  package static func builtIn() throws -> PriceBook { try shared.get() }

  private static let shared = Result {
    try PriceBook(folder: Bundle.module.bundleURL.appending(path: "Data"))
  }

  private init(folder: URL) throws {
    var facts: [String: PriceFact] = [:]
    for row in try PriceTable(folder.appending(path: "aws-us-east-1.csv"), columns: 8).rows {
      guard let price = Double(row[5]) else {
        throw PricingError(
          .badFact, summary: "A price is not a number", detail: "\(row.joined(separator: ","))")
      }
      let fact = PriceFact(
        provider: row[0], service: row[1], region: row[2], key: row[3], unit: row[4], price: price,
        date: row[6],
        source: row[7])
      facts[Self.name(fact.service, fact.key, fact.region)] = fact
    }
    var factors: [String: Double] = [:]
    var regions: Set<String> = [Self.reference]
    for row in try PriceTable(folder.appending(path: "aws-regions.csv"), columns: 6).rows {
      guard let factor = Double(row[3]) else {
        throw PricingError(
          .badFact, summary: "A factor is not a number", detail: "\(row.joined(separator: ","))")
      }
      factors["\(row[1])/\(row[2])"] = factor
      regions.insert(row[1])
    }
    self.facts = facts
    self.factors = factors
    self.regions = regions
    date = facts.values.map(\.date).max() ?? ""
  }

  /// US dollars for one unit; nil where neither the region nor a factor for it is known.
  package func price(_ service: String, _ key: String, region: String) -> Double? {
    if let fact = facts[Self.name(service, key, region)] { return fact.price }
    guard let fact = facts[Self.name(service, key, Self.reference)],
      let factor = factors["\(region)/\(service)"] ?? factors["\(region)/*"]
    else { return nil }
    return fact.price * factor
  }

  /// Whether any price is known for the region.
  package func covers(region: String) -> Bool { regions.contains(region) }

  /// Every fact, sorted by service and key.
  package var all: [PriceFact] {
    facts.values.sorted { ($0.service, $0.key, $0.region) < ($1.service, $1.key, $1.region) }
  }

  private static func name(_ service: String, _ key: String, _ region: String) -> String {
    "\(service)/\(key)@\(region)"
  }
}
