import Basics

extension HCLFile {
  /// Reads a configuration in JSON syntax (`*.tf.json`) into the same tree as native syntax. What is a nested block shows
  /// only in the schema of a resource: here everything but the blocks of the language itself is an argument.
  package init(path: String, json text: String, limits: ParserLimits = .standard) {
    if let problem = Self.problem(path, text: text, limits: limits) {
      self.init(path: path, text: text, body: Body(range: SourceRange(file: path)), diagnostics: [problem])
      return
    }
    var nodes = JSONNodeReader(file: path, bytes: Array(text.utf8))
    var reader = JSONBodyReader(file: path)
    let body = reader.topLevel(nodes.node())
    self.init(path: path, text: text, body: body, diagnostics: reader.diagnostics)
  }

  private static func problem(_ path: String, text: String, limits: ParserLimits) -> Diagnostic? {
    func diagnostic(_ summary: String, detail: String, position: SourcePosition) -> Diagnostic {
      Diagnostic(
        code: "hcl.syntax", summary: summary, detail: detail, range: SourceRange(file: path, start: position))
    }
    guard text.utf8.count <= limits.size else {
      return diagnostic(
        "Configuration too large",
        detail:
          "The text has \(text.utf8.count) bytes; at most \(limits.size) are read. Split it into several files.",
        position: SourcePosition())
    }
    do {
      _ = try JSONValue(parsing: text, maximumDepth: limits.depth)
      return nil
    } catch {
      return diagnostic(
        "Invalid JSON", detail: "The file is not JSON document: \(error.message).", position: error.position
      )
    }
  }
}
