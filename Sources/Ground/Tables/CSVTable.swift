/// A table of the program's or a user's own: a line with the names of the columns, then rows with as many fields. Lines
/// that begin with `#` are remarks.
package struct CSVTable: Sendable {
  package let columns: [String]
  package let rows: [CSVRow]

  /// - Parameter columns: the names that the first row has to have; nil where any will do.
  /// - Throws: `CSVFault` with the line of what is wrong.
  package init(_ bytes: some Sequence<UInt8>, columns: [String]? = nil) throws(CSVFault) {
    let all = try CSVText.rows(bytes).filter { $0.cells.first?.hasPrefix("#") != true }
    let names = all.first?.cells ?? []
    if let columns, names != columns {
      throw CSVFault(kind: .columns(columns), line: all.first?.line ?? 1)
    }
    for row in all.dropFirst() where row.cells.count != names.count {
      throw CSVFault(kind: .fields(row.cells.count, columns: names.count), line: row.line)
    }
    self.columns = names
    rows = Array(all.dropFirst())
  }
}
