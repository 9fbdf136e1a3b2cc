import Basics

/// One parsed file: always a whole tree, with what was wrong in `diagnostics`.
package struct HCLFile: Sendable {
  /// As the person gave it, relative where they gave it so.
  package let path: String
  package let text: String
  package let body: Body
  package let diagnostics: [Diagnostic]

  /// Parses native syntax; never fails, whatever the bytes are.
  package init(path: String, text: String, limits: ParserLimits = .standard) {
    var parser = Parser(file: path, bytes: Array(text.utf8), limits: limits)
    self.path = path
    self.text = text
    body = parser.parseFile()
    diagnostics = parser.diagnostics
  }

  init(path: String, text: String, body: Body, diagnostics: [Diagnostic]) {
    self.path = path
    self.text = text
    self.body = body
    self.diagnostics = diagnostics
  }

  package var hasErrors: Bool { diagnostics.contains { $0.level == .error } }
}
