/// How strictly comma-separated values are read. Common to all: RFC 4180, with lines that end with a newline or with both
/// marks; a field in quotes may hold commas, newlines and doubled quotes.
package enum CSVDialect: Sendable {
  /// A quote within a field that does not begin with one is a fault.
  case strict
  /// Such a quote is text, as exporters of bills and prices mean it.
  case lenient
}
