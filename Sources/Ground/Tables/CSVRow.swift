/// One row of comma-separated values.
package struct CSVRow: Hashable, Sendable {
  /// The number of the line where it begins, from 1.
  package let line: Int
  package let cells: [String]

  /// Whether it is a line without anything.
  package var isEmpty: Bool { cells == [""] }
}
