import Basics
import FoundationEssentials
import Tables

/// The facts of one file of the price book, by key and region.
struct PriceTable: Sendable {
  let facts: [String: PriceFact]

  static let columns = ["provider", "service", "region", "key", "unit", "price", "date", "source"]

  init(_ url: URL) throws {
    var facts: [String: PriceFact] = [:]
    for (line, row) in try Self.rows(url, columns: Self.columns) {
      guard let price = Double(row[5]), price >= 0, price.isFinite else {
        throw PricingError(
          .badFact, summary: "A price is not a number", detail: "\(url.lastPathComponent):\(line): \(row[5])")
      }
      guard row[6...].allSatisfy({ !$0.isEmpty }) else {
        throw PricingError(
          .badFact, summary: "A price has no date or source", detail: "\(url.lastPathComponent):\(line)")
      }
      let fact = PriceFact(
        provider: row[0], service: row[1], region: row[2], key: row[3], unit: row[4], price: price,
        date: row[6], source: row[7])
      facts[Self.name(fact.key, region: fact.region)] = fact
    }
    self.facts = facts
  }

  /// The line of a fact; commas within texts become semicolons, so that a table needs no quotes.
  static func row(_ fact: PriceFact) -> String {
    let texts = [fact.provider, fact.service, fact.region, fact.key, fact.unit]
    let cells = texts + [JSONValue.number(fact.price).compact, fact.date, fact.source]
    return cells.map { String($0.map { $0 == "," ? ";" : $0 == "\"" ? "'" : $0.isNewline ? " " : $0 }) }
      .joined(separator: ",")
  }

  static func name(_ key: String, region: String) -> String { "\(key)@\(region)" }

  /// The rows of a table with these columns, with their line numbers.
  static func rows(_ url: URL, columns: [String]) throws -> [(line: Int, row: [String])] {
    do {
      return try CSVTable(Data(contentsOf: url), columns: columns).rows.map { ($0.line, $0.cells) }
    } catch let fault as CSVFault {
      throw PricingError(
        .badFact, summary: "A table of prices is broken",
        detail: "\(url.lastPathComponent):\(fault.line): \(fault)")
    }
  }
}
