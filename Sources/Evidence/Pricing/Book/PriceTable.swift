import Basics
import FoundationEssentials

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

  /// The line of a fact; commas within texts become semicolons, since tables have no quotes.
  static func row(_ fact: PriceFact) -> String {
    let texts = [fact.provider, fact.service, fact.region, fact.key, fact.unit]
    let cells = texts + [JSONValue.number(fact.price).compact, fact.date, fact.source]
    return cells.map { String($0.map { $0 == "," ? ";" : $0.isNewline ? " " : $0 }) }.joined(separator: ",")
  }

  static func name(_ key: String, region: String) -> String { "\(key)@\(region)" }

  /// The rows of a plain table of comma-separated values without quotes, with their line numbers; the first line has
  /// to be the names of the columns.
  static func rows(_ url: URL, columns: [String]) throws -> [(line: Int, row: [String])] {
    let lines = try Data(contentsOf: url).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    func cells(_ line: Data) -> [String] {
      line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard lines.first.map(cells) == columns else {
      throw PricingError(
        .badFact, summary: "A table of prices is broken",
        detail: "\(url.lastPathComponent):1: the columns have to be \(columns.joined(separator: ","))")
    }
    var rows: [(line: Int, row: [String])] = []
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let row = cells(line)
      guard row.count == columns.count else {
        throw PricingError(
          .badFact, summary: "A table of prices is broken",
          detail: "\(url.lastPathComponent):\(index + 1): \(row.count) columns instead of \(columns.count)")
      }
      rows.append((index + 1, row))
    }
    return rows
  }
}
