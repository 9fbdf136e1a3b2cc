import Basics
import Mustache

/// A Mustache template that refuses to guess: a name that the values do not have is an error, not an empty string.
/// Text is written as it is; only a `.html` template escapes.
package struct Template: Sendable {
  package enum ContentType: String, Sendable, Codable {
    case text, html
  }

  private let file: String
  private let template: MustacheTemplate
  private let tags: [TemplateTag]

  /// - Parameter file: the name that diagnostics carry.
  /// - Throws: a `Diagnostic` with code `template.syntax` and the place of the mistake.
  package init(_ text: String, file: String, contentType: ContentType = .text) throws(Diagnostic) {
    self.file = file
    tags = try TemplateScanner.tags(of: text, file: file)
    do {
      let type = contentType == .html ? PageText.name : "TEXT"
      let pragma = "{{%CONTENT_TYPE:\(type)}}\n"
      template = try MustacheTemplate(string: pragma + text)
    } catch {
      let place = (error as? MustacheTemplate.ParserError)?.context
      let position = SourcePosition(
        line: max((place?.lineNumber ?? 2) - 1, 1), column: max(place?.columnNumber ?? 1, 1))
      throw Diagnostic(
        code: "template.syntax", summary: "Invalid template",
        detail: "The template cannot be read. Check that every section is closed by its own name.",
        range: SourceRange(file: file, start: position))
    }
  }

  /// The names at the top level that the template reads, for a check against declared inputs.
  package var names: Set<String> {
    var names: Set<String> = []
    for tag in tags { tag.collect(into: &names) }
    return names
  }

  /// The template with an object's values in it.
  /// - Throws: a `Diagnostic` with code `template.missing` where a name has no value.
  package func render(_ values: JSONValue) throws(Diagnostic) -> String {
    try TemplateCheck(file: file).check(tags, stack: [values])
    return template.render(values.mustache)
  }
}

extension JSONValue {
  /// The value in the types the library looks into. A null stands for false: it opens no section, and the check has
  /// refused it as a text.
  fileprivate var mustache: Any {
    switch self {
    case .null: false
    case .bool(let flag): flag
    case .integer(let number): number
    case .number: compact
    case .string(let text): text
    case .array(let elements): elements.map(\.mustache)
    case .object(let members):
      Dictionary(
        members.map { ($0.key, $0.value.mustache) }, uniquingKeysWith: { first, _ in first })
    }
  }
}
