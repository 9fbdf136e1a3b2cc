/// A place in a text: `line` and `column` count from 1, columns in Unicode scalars; `offset` counts UTF-8 bytes from 0.
package struct SourcePosition: Hashable, Sendable, Codable, Comparable {
  package var offset: Int
  package var line: Int
  package var column: Int

  package init(offset: Int = 0, line: Int = 1, column: Int = 1) {
    self.offset = offset
    self.line = line
    self.column = column
  }

  package static func < (left: SourcePosition, right: SourcePosition) -> Bool {
    left.offset < right.offset
  }
}
