import Basics

/// Finds byte offsets of lines and columns that are asked for in ascending order, walking the text once.
struct TextCursor {
  private let scalars: String.UnicodeScalarView
  private var index: String.UnicodeScalarView.Index
  private var current = SourcePosition()

  init(_ text: String) {
    scalars = text.unicodeScalars
    index = scalars.startIndex
  }

  mutating func position(line: Int, column: Int) -> SourcePosition {
    if line < current.line || (line == current.line && column < current.column) {
      index = scalars.startIndex
      current = SourcePosition()
    }
    while index < scalars.endIndex, current.line < line || (current.line == line && current.column < column) {
      let scalar = scalars[index]
      index = scalars.index(after: index)
      current.offset += UTF8.width(scalar)
      if scalar == "\n" {
        current.line += 1
        current.column = 1
      } else {
        current.column += 1
      }
    }
    return SourcePosition(offset: current.offset, line: line, column: column)
  }
}
