import Basics
import Foundation
import Tables

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
      let file = url.lastPathComponent
      let read: CSVTable
      do {
        read = try CSVTable(Data(contentsOf: url))
      } catch let fault as CSVFault {
        throw AdviceError(
          .badData, summary: "A table of advice is broken", detail: "\(file):\(fault.line): \(fault)")
      }
      for row in read.rows {
        rows[table, default: [:]][row.cells[0]] = Dictionary(
          zip(read.columns, row.cells), uniquingKeysWith: { first, _ in first })
      }
    }
    self.rows = rows
  }

  /// The row of a key; nil where the table has none.
  func row(_ table: String, key: String) -> [String: String]? { rows[table]?[key] }

  /// All rows of a table by key.
  func rows(_ table: String) -> [String: [String: String]] { rows[table] ?? [:] }
}
