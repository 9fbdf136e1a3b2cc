import Basics
import FoundationEssentials

/// Prices of one's own: a folder of tables like those that ship, with a folder for each provider and in it a table for
/// each service, which go before them.
package struct OwnPrices: Sendable {
  let folder: URL

  package init(folder: String) {
    self.folder = URL(filePath: folder)
  }

  /// The folder's tables, each read when a price of it is asked for.
  func shelf() throws -> PriceShelf { try PriceShelf(folder: folder) }

  /// Every fact of the folder; none where there is no folder.
  package func facts() throws -> [PriceFact] {
    try shelf().services().flatMap { provider, service in
      try Self.facts(file: folder.appending(path: "\(provider)/\(service).csv").path)
    }
  }

  /// The facts of one table.
  package static func facts(file: String) throws -> [PriceFact] {
    let facts = try PriceTable(URL(filePath: file)).facts.values
    return facts.sorted { ($0.service, $0.key, $0.region) < ($1.service, $1.key, $1.region) }
  }

  /// Adds facts: a table for each provider and service, written whole before it takes the place of the old one.
  package func add(_ facts: [PriceFact]) throws {
    for (name, new) in Dictionary(grouping: facts, by: { [Self.plain($0.provider), Self.plain($0.service)] })
    {
      let place = folder.appending(path: name[0])
      try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
      let url = place.appending(path: "\(name[1]).csv")
      var table: [String: PriceFact] = [:]
      if FileManager.default.fileExists(atPath: url.path) { table = try PriceTable(url).facts }
      for fact in new { table[PriceTable.name(fact.key, region: fact.region)] = fact }
      let rows = table.values.sorted { ($0.key, $0.region) < ($1.key, $1.region) }.map(PriceTable.row)
      let text = ([PriceTable.columns.joined(separator: ",")] + rows).joined(separator: "\n") + "\n"
      try Data(text.utf8).write(to: url, options: .atomic)
    }
  }

  /// The name of a file for a provider or service: no other folder can come out of it.
  private static func plain(_ name: String) -> String {
    let plain = name.filter { $0.isLetter || $0.isNumber || $0 == "-" }
    return plain.isEmpty ? "other" : plain
  }
}
