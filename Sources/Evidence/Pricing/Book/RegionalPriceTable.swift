import Basics
import Foundation

/// Prices of one service by region, of one source and one day.
///
/// The text: a line with the day and the source, a line `unit,key` with the regions, and a line for each key with its prices,
/// empty where the source has none. A line is read when a price of its key is asked for.
struct RegionalPriceTable: Sendable {
  let date: String
  let source: String
  let regions: [String]
  private let bytes: [UInt8]
  /// Where the line of each key begins.
  private let lines: [String: Int]

  init(_ url: URL) throws {
    let bytes = Array(try Data(contentsOf: url))
    var lines: [String: Int] = [:]
    var heads: [[String]] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      if heads.count < 2 {
        heads.append(Self.cells(bytes[start..<end]))
      } else {
        guard let first = bytes[start..<end].firstIndex(of: UInt8(ascii: ",")) else {
          throw Self.broken(url, detail: "a line without a key")
        }
        let key = bytes[(first + 1)..<end].prefix { $0 != UInt8(ascii: ",") }
        lines[String(decoding: key, as: UTF8.self)] = start
      }
      start = end + 1
    }
    guard heads.count == 2, heads[0].count == 2, heads[1].prefix(2) == ["unit", "key"] else {
      throw Self.broken(url, detail: "its first two lines are the day with the source, and the regions")
    }
    (date, source) = (heads[0][0], heads[0][1])
    regions = Array(heads[1].dropFirst(2))
    self.bytes = bytes
    self.lines = lines
  }

  /// The fact of a key in a region; nil where the source has none.
  func fact(_ provider: String, service: String, key: String, region: String) -> PriceFact? {
    guard let start = lines[key], let column = regions.firstIndex(of: region) else { return nil }
    let cells = line(at: start)
    guard cells.count > column + 2, let price = Double(cells[column + 2]) else { return nil }
    return made(provider, service: service, key: key, region: region, unit: cells[0], price: price)
  }

  /// Every fact of the table.
  func facts(_ provider: String, service: String) -> [PriceFact] {
    lines.keys.flatMap { facts(provider, service: service, key: $0) }
  }

  /// The facts of a key, in the order of the table's regions.
  func facts(_ provider: String, service: String, key: String) -> [PriceFact] {
    guard let start = lines[key] else { return [] }
    let cells = line(at: start)
    return zip(regions, cells.dropFirst(2)).compactMap { region, cell in
      Double(cell).map {
        made(provider, service: service, key: key, region: region, unit: cells[0], price: $0)
      }
    }
  }

  private func made(
    _ provider: String, service: String, key: String, region: String, unit: String, price: Double
  )
    -> PriceFact
  {
    PriceFact(
      provider: provider, service: service, region: region, key: key, unit: unit, price: price, date: date,
      source: source)
  }

  private func line(at start: Int) -> [String] {
    Self.cells(bytes[start..<(bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)])
  }

  private static func cells(_ line: ArraySlice<UInt8>) -> [String] {
    line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func broken(_ url: URL, detail: String) -> PricingError {
    PricingError(
      .badFact, summary: "A table of prices is broken", detail: "\(url.lastPathComponent): \(detail)")
  }
}
