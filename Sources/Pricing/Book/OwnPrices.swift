import Basics
import FoundationEssentials

/// Prices of one's own: a folder of tables like those that ship, which go before them.
package struct OwnPrices: Sendable {
  private let folder: URL

  package init(folder: String) {
    self.folder = URL(filePath: folder)
  }

  /// Every fact of the folder; none where there is no folder.
  package func facts() throws -> [PriceFact] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".csv") }.flatMap { try Self.facts(file: folder.appending(path: $0).path) }
  }

  /// The facts of one table.
  package static func facts(file: String) throws -> [PriceFact] {
    let facts = try PriceTable(URL(filePath: file)).facts.values
    return facts.sorted { ($0.service, $0.key, $0.region) < ($1.service, $1.key, $1.region) }
  }

  /// Adds facts: a table for each provider and service, written whole before it takes the place of the old one.
  package func add(_ facts: [PriceFact]) throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, new) in Dictionary(grouping: facts, by: { "\($0.provider)-\($0.service)" }) {
      let url = folder.appending(path: "\(name.filter { $0.isLetter || $0.isNumber || $0 == "-" }).csv")
      var table: [String: PriceFact] = [:]
      if FileManager.default.fileExists(atPath: url.path) { table = try PriceTable(url).facts }
      for fact in new { table[PriceTable.name(fact.key, fact.region)] = fact }
      let rows = table.values.sorted { ($0.key, $0.region) < ($1.key, $1.region) }.map(PriceTable.row)
      let text = ([PriceTable.columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: url, options: .atomic)
    }
  }
}
