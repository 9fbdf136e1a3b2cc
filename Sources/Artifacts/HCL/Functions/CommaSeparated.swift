/// A table as RFC 4180 writes it.
struct CommaSeparated {
  let rows: [[String]]

  init(_ text: String) throws(FunctionError) {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var wasQuoted = false
    var characters = text.unicodeScalars.makeIterator()
    var next = characters.next()
    func isRowEmpty() -> Bool { row.isEmpty && field.isEmpty && !wasQuoted }
    while let scalar = next {
      next = characters.next()
      switch scalar {
      case "\"" where isQuoted && next == "\"":
        field.unicodeScalars.append(scalar)
        next = characters.next()
      case "\"" where isQuoted: isQuoted = false
      case "\"" where field.isEmpty && !wasQuoted: (isQuoted, wasQuoted) = (true, true)
      case "\"" where !isQuoted: throw FunctionError("bare \" in a field without quotes", argument: 0)
      case "," where !isQuoted:
        row.append(field)
        (field, wasQuoted) = ("", false)
      case "\r" where !isQuoted && next == "\n": continue
      case "\n" where !isQuoted:
        if !isRowEmpty() { rows.append(row + [field]) }
        (row, field, wasQuoted) = ([], "", false)
      default: field.unicodeScalars.append(scalar)
      }
    }
    guard !isQuoted else { throw FunctionError("a quoted field is not closed", argument: 0) }
    if !isRowEmpty() { rows.append(row + [field]) }
    self.rows = rows
  }
}
