import Basics
import FoundationEssentials

/// A plain table of comma-separated values without quotes, with a line of names first.
struct PriceTable {
  let rows: [[String]]

  init(_ url: URL, columns: Int) throws {
    let text = try String(contentsOf: url, encoding: .utf8)
    rows = try text.split(separator: "\n").dropFirst().map { line in
      let row = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      guard row.count == columns else {
        throw PricingError(
          .badFact, summary: "A line of the price book is broken", detail: "\(url.lastPathComponent): \(line)"
        )
      }
      return row
    }
  }
}
