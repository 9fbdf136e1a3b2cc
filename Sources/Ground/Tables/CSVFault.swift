/// What is wrong with comma-separated values, for the room that reads them to tell with the name of the file.
package struct CSVFault: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Kind: Hashable, Sendable {
    /// A quote within a field that does not begin with one.
    case bareQuote
    /// The text ends within quotes.
    case unclosedQuote
    /// More bytes than a row may have, without an end.
    case endlessRow
    /// A row has not as many fields as there are columns.
    case fields(Int, columns: Int)
    /// The first row names other columns.
    case columns([String])
    /// The file cannot be opened, or not read to its end.
    case unreadable(String)
  }

  package let kind: Kind
  /// The number of the line where the row begins, from 1.
  package let line: Int

  package var description: String {
    switch kind {
    case .bareQuote: "a field without quotes has a quote in it"
    case .unclosedQuote: "a quoted field is not closed"
    case .endlessRow: "the line has no end, or a quote is not closed"
    case .fields(let count, let columns): "\(count) columns instead of \(columns)"
    case .columns(let names): "the columns have to be \(names.joined(separator: ","))"
    case .unreadable(let reason): reason
    }
  }
}
