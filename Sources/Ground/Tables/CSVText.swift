/// Comma-separated values in memory.
package enum CSVText {
  /// Every row, lines without anything left out.
  package static func rows(_ bytes: some Sequence<UInt8>, dialect: CSVDialect = .strict) throws(CSVFault)
    -> [CSVRow]
  {
    var cutter = CSVCutter(dialect)
    let bytes = Array(bytes)
    var position = 0
    var rows: [CSVRow] = []
    while let row = try cutter.next(in: bytes, from: &position) { if !row.isEmpty { rows.append(row) } }
    if let row = try cutter.end(), !row.isEmpty { rows.append(row) }
    return rows
  }
}
