import Basics
import Foundation

/// Small tables that rules look things up in: successors of instance families, dates at which versions leave support.
struct AdviceTables: Sendable {
  /// Table, then key of the first column, then the named columns.
  private let rows: [String: [String: [String: String]]]

  /// Each file of comma-separated values with a line of names first is a table of its name.
  /// Folders that are not there have no tables.
  init(folders: [URL]) throws {
    var rows: [String: [String: [String: String]]] = [:]
    let present = folders.filter { FileManager.default.fileExists(atPath: $0.path(percentEncoded: false)) }
    for url in try present.flatMap({
      try FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)
    }) where url.pathExtension == "csv" {
      let table = url.deletingPathExtension().lastPathComponent
      let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n").filter {
        !$0.hasPrefix("#")
      }
      guard let names = lines.first?.split(separator: ",").map(String.init) else { continue }
      for line in lines.dropFirst() {
        let cells = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == names.count else {
          throw AdviceError(
            .badData, summary: "A table of advice is broken", detail: "\(url.lastPathComponent): \(line)")
        }
        rows[table, default: [:]][cells[0]] = Dictionary(uniqueKeysWithValues: zip(names, cells))
      }
    }
    self.rows = rows
  }

  /// The row of a key; nil where the table has none.
  func row(_ table: String, key: String) -> [String: String]? { rows[table]?[key] }

  /// All rows of a table by key.
  func rows(_ table: String) -> [String: [String: String]] { rows[table] ?? [:] }
}
