/// A stretch of one file, `end` exclusive. `file` is the path as the person gave it, relative where they gave it so.
package struct SourceRange: Hashable, Sendable, Codable, CustomStringConvertible {
  package var file: String
  package var start: SourcePosition
  package var end: SourcePosition

  package init(file: String, start: SourcePosition = SourcePosition(), end: SourcePosition? = nil) {
    self.file = file
    self.start = start
    self.end = end ?? start
  }

  /// `file:line:column`, the form editors make clickable.
  package var description: String { "\(file):\(start.line):\(start.column)" }
}
