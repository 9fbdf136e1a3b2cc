import Basics
import Clouds
import Foundation
import HCL

/// The rules of advice with their objections and tables, read once.
package struct AdviceBook: Sendable {
  /// In the order in which they have their turn.
  package let rules: [AdviceRule]
  package let reviews: [ReviewRule]
  let tables: AdviceTables
  package let metrics: MetricCatalogue

  /// The book that ships.
  /// - Throws: `DiagnosticsError` with everything that is wrong in its files.
  package static func builtIn() throws -> AdviceBook { try shared.get() }

  private static let shared = Result {
    try AdviceBook(
      folder: ProgramData.folder(of: "Advice").appending(path: "Data"), clouds: CloudCatalog.current.clouds)
  }

  /// What is said of bills and metrics of any cloud, and of each cloud by its pack.
  private init(folder: URL, clouds: [Cloud]) throws {
    var files: [String: String] = [:]
    let parts = [folder] + clouds.map { $0.url(.advice) }
    for url in try parts.flatMap({ try Self.rules(in: $0.appending(path: "rules")) }) {
      let names = url.pathComponents.suffix(4)
      files["\(names.first ?? "")-\(url.lastPathComponent)"] = try String(contentsOf: url, encoding: .utf8)
    }
    let metrics = try String(contentsOf: folder.appending(path: "metrics.hcl"), encoding: .utf8)
    try self.init(
      rules: files,
      tables: try AdviceTables(
        folders: parts.map { $0.appending(path: "tables") }
          + CloudCatalog.current.clouds.map { $0.url(.tables) }),
      metrics: try MetricCatalogue(text: metrics, file: "metrics.hcl"))
  }

  private static func rules(in folder: URL) throws -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path(percentEncoded: false)) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
      .filter { $0.pathExtension == "hcl" }
  }

  /// Rules of other files, path to text, beside the shipped tables.
  package init(rules files: [String: String]) throws {
    let shipped = try Self.builtIn()
    try self.init(rules: files, tables: shipped.tables, metrics: shipped.metrics)
  }

  private init(rules files: [String: String], tables: AdviceTables, metrics: MetricCatalogue) throws {
    var rules: [AdviceRule] = []
    var reviews: [ReviewRule] = []
    var diagnostics: [Diagnostic] = []
    for (path, text) in files.sorted(by: { $0.key < $1.key }) {
      let reader = AdviceReader(path: path, text: text)
      rules += reader.rules
      reviews += reader.reviews
      diagnostics += reader.diagnostics
    }
    for (id, same) in Dictionary(grouping: rules, by: \.id) where same.count > 1 {
      diagnostics.append(
        Diagnostic(
          code: "advice.duplicate", summary: "Duplicate rule",
          detail: "There are \(same.count) rules named \"\(id)\"."))
    }
    if !diagnostics.isEmpty { throw DiagnosticsError(diagnostics) }
    let stages = Dictionary(uniqueKeysWithValues: AdviceStage.allCases.enumerated().map { ($1, $0) })
    self.rules = rules.sorted {
      (stages[$0.stage] ?? 0, $0.number, $0.id) < (stages[$1.stage] ?? 0, $1.number, $1.id)
    }
    self.reviews = reviews
    self.tables = tables
    self.metrics = metrics
  }

  /// The rule of that id.
  package subscript(id: String) -> AdviceRule? { rules.first { $0.id == id } }
}
