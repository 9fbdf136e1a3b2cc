/// Where the resource of an advice stands.
package struct AdvicePlace: Hashable, Sendable, Codable {
  /// A file of code, or the document (state, plan, export) where there is no code.
  package var file: String
  /// Counted from 1; nil for documents that nobody edits by line.
  package var line: Int?

  package init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }
}

extension AdvicePlace: CustomStringConvertible {
  package var description: String { line.map { "\(file):\($0)" } ?? file }
}
