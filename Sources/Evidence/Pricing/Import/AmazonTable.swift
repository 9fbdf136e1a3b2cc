import Basics
import Tables

/// A bulk offer file of AWS as CSV: five lines about the file, a line of names, then a line for each price.
enum AmazonTable {
  static func read(_ file: CSVFile, path: String) throws -> PriceImport {
    var made = PriceImport(form: "AWS offer file")
    var header: [String: Int] = [:]
    var line = 1
    while header.isEmpty, let row = try file.next() {
      line = row.line
      if row.cells.first == "SKU" { header = Self.header(row.cells) }
    }
    for name in ["termtype", "priceperunit", "unit", "currency", "effectivedate", "servicecode", "usagetype"]
    {
      guard header[name] != nil else {
        throw PriceImport.fault(
          path, line: line, detail: "The file has no column \"\(name)\".")
      }
    }
    while let row = try file.next() {
      let cells = row.cells
      guard cells.count > 1 else { continue }
      guard cells.count == header.count else {
        throw PriceImport.fault(
          path, line: row.line,
          detail: "The line has \(cells.count) cells and the names are \(header.count).")
      }
      func cell(_ name: String) -> String { header[name].map { cells[$0] } ?? "" }
      guard cell("termtype") == "OnDemand", cell("currency") == "USD" else {
        made.skipped += 1
        continue
      }
      guard let price = Double(finite: cell("priceperunit")) else {
        throw PriceImport.fault(
          path, line: row.line, detail: "The price \"\(cell("priceperunit"))\" is not a number.")
      }
      let product = AmazonProduct(
        service: cell("servicecode"), attributes: header.mapValues { cells[$0] })
      guard let key = product.key, let region = product.region else {
        made.skipped += 1
        continue
      }
      let start = Double(finite: cell("startingrange")) ?? 0
      made.facts.append(
        PriceFact(
          provider: PriceImport.provider(ofList: "offer-file"), service: product.name, region: region,
          key: start == 0 ? key : "\(key)/from-\(JSONValue.number(start).compact)", unit: cell("unit"),
          price: price,
          date: String(cell("effectivedate").prefix(10)),
          source: "AWS price list: \(PriceImport.name(path))"))
    }
    return made
  }

  /// Names without blanks, slashes and case: `Pre Installed S/W` and `preInstalledSw` are the same.
  private static func header(_ cells: [String]) -> [String: Int] {
    Dictionary(
      cells.enumerated().map { index, name in (name.lowercased().filter { $0.isLetter || $0.isNumber }, index)
      },
      uniquingKeysWith: { first, _ in first })
  }
}
