/// Cuts bytes into rows, whatever the pieces that they come in.
struct CSVCutter {
  private enum State {
    case start, plain, quoted
    /// After a quote within quotes: the end of the field, or the first of two that mean one.
    case closing
  }

  private let dialect: CSVDialect
  private var state = State.start
  private var cells: [String] = []
  private var cell: [UInt8] = []
  private var isAfterReturn = false
  private var length = 0
  /// The line that is being read, and the one where the row begins.
  private var line = 1
  private var first = 1
  private static let longestRow = 1 << 24

  init(_ dialect: CSVDialect) {
    self.dialect = dialect
  }

  /// The next whole row; nil where the bytes are used up before its end.
  /// - Parameter position: where to go on; moved behind the row.
  mutating func next(in bytes: [UInt8], from position: inout Int) throws(CSVFault) -> CSVRow? {
    while position < bytes.count {
      let byte = bytes[position]
      position += 1
      length += 1
      if isAfterReturn {
        isAfterReturn = false
        // A return that no newline follows is text.
        if byte != UInt8(ascii: "\n") { add(UInt8(ascii: "\r")) }
      }
      switch (byte, state) {
      case (UInt8(ascii: "\""), .start): state = .quoted
      case (UInt8(ascii: "\""), .quoted): state = .closing
      case (UInt8(ascii: "\""), .closing):
        cell.append(byte)
        state = .quoted
      case (UInt8(ascii: "\""), .plain):
        guard dialect == .lenient else { throw CSVFault(kind: .bareQuote, line: first) }
        cell.append(byte)
      case (UInt8(ascii: ","), .start), (UInt8(ascii: ","), .plain), (UInt8(ascii: ","), .closing): endCell()
      case (UInt8(ascii: "\n"), .start), (UInt8(ascii: "\n"), .plain), (UInt8(ascii: "\n"), .closing):
        line += 1
        return endRow()
      case (UInt8(ascii: "\r"), .start), (UInt8(ascii: "\r"), .plain), (UInt8(ascii: "\r"), .closing):
        isAfterReturn = true
      case (let byte, .quoted):
        if byte == UInt8(ascii: "\n") { line += 1 }
        guard length <= Self.longestRow else { throw CSVFault(kind: .endlessRow, line: first) }
        cell.append(byte)
      case (let byte, _): add(byte)
      }
      guard length <= Self.longestRow else { throw CSVFault(kind: .endlessRow, line: first) }
    }
    return nil
  }

  /// The last row, where no newline ended it; nil where there is none.
  mutating func end() throws(CSVFault) -> CSVRow? {
    guard state != .quoted else { throw CSVFault(kind: .unclosedQuote, line: first) }
    return length > 0 ? endRow() : nil
  }

  /// Text outside of quotes; behind a closing quote it belongs to the field all the same.
  private mutating func add(_ byte: UInt8) {
    cell.append(byte)
    state = .plain
  }

  private mutating func endCell() {
    cells.append(String(decoding: cell, as: UTF8.self))
    cell.removeAll(keepingCapacity: true)
    state = .start
  }

  private mutating func endRow() -> CSVRow {
    endCell()
    defer {
      cells = []
      first = line
      length = 0
    }
    return CSVRow(line: first, cells: cells)
  }
}
