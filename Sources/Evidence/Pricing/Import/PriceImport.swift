import Basics
import Clouds
import FoundationEssentials
import Tables

/// Reads prices from what the clouds publish, and from tables of one's own.
///
/// Known forms: bulk offer files of AWS (CSV and JSON) and its `get-products` answer, Azure Retail Prices, SKUs of Google
/// Cloud Billing, and tables with the columns of the price book.
package struct PriceImport: Sendable {
  package var facts: [PriceFact] = []
  /// What the file was taken for: `AWS offer file`.
  package var form: String
  /// Lines or items that are no price on demand in US dollars.
  package var skipped = 0

  /// JSON documents are read whole; CSV files line by line, so that a file may be larger than memory.
  private static let largestDocument = 1 << 28

  /// - Throws: `Diagnostic` with the line of what is wrong.
  package init(path: String) throws {
    do {
      self = try Self.read(path)
    } catch let fault as CSVFault {
      throw Self.fault(path, line: fault.line, detail: "\(fault)")
    }
  }

  private static func read(_ path: String) throws -> PriceImport {
    let file = try CSVFile(path: path, dialect: .lenient)
    let text = String(decoding: try file.start(4096), as: UTF8.self)
    if text.first(where: { !$0.isWhitespace }) == "{" || text.first(where: { !$0.isWhitespace }) == "[" {
      return try document(path)
    } else if text.contains("\"FormatVersion\"") || text.hasPrefix("\"SKU\"") || text.contains("\n\"SKU\"") {
      return try AmazonTable.read(file, path: path)
    } else if text.hasPrefix(PriceTable.columns.joined(separator: ",")) {
      var made = PriceImport(form: "price table")
      made.facts = try OwnPrices.facts(file: path)
      return made
    }
    throw fault(
      path, line: 1,
      detail: "Unknown kind of price list. Your own tables begin with "
        + "\"\(PriceTable.columns.joined(separator: ","))\".")
  }

  init(form: String) {
    self.form = form
  }

  /// The name under which the book keeps prices of a list: that of the cloud whose pack names the list's format.
  static func provider(ofList format: String) -> String {
    CloudCatalog.current.cloud(priceList: format)?.id ?? format
  }

  private static func document(_ path: String) throws -> PriceImport {
    let data = try Data(contentsOf: URL(filePath: path))
    guard data.count <= largestDocument else {
      throw fault(
        path, line: 1,
        detail:
          "A JSON document of more than 256 MiB is not read; the CSV of the same prices is, line by line.")
    }
    let json: JSONValue
    do {
      json = try JSONValue(parsing: String(decoding: data, as: UTF8.self))
    } catch {
      throw fault(path, line: 1, detail: "It is not JSON: \(error)")
    }
    if json["products"] != nil || json["PriceList"] != nil {
      return try AmazonDocument.read(json, path: path)
    }
    if json["Items"] != nil { return try AzureDocument.read(json, path: path) }
    if json["skus"] != nil { return try GoogleDocument.read(json, path: path) }
    throw fault(
      path, line: 1, detail: "The document has neither \"products\", \"PriceList\", \"Items\" nor \"skus\".")
  }

  static func fault(_ path: String, line: Int, detail: String) -> Diagnostic {
    Diagnostic(
      code: "prices.unreadable", summary: "Prices cannot be read", detail: detail,
      range: SourceRange(file: path, start: SourcePosition(line: line, column: 1)))
  }

  /// The last part of a path, for the source of a fact.
  static func name(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
