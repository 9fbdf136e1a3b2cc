import Basics

/// Reads the tags of a template into a tree. Partials, blocks, lambdas and other delimiters are not used here and refused.
struct TemplateScanner {
  private var rest: Substring
  private let file: String
  private var position = SourcePosition()

  static func tags(of text: String, file: String) throws(Diagnostic) -> [TemplateTag] {
    var scanner = TemplateScanner(rest: text[...], file: file)
    return try scanner.tags(until: nil)
  }

  private init(rest: Substring, file: String) {
    self.rest = rest
    self.file = file
  }

  private mutating func tags(until name: String?) throws(Diagnostic) -> [TemplateTag] {
    var tags: [TemplateTag] = []
    while advance(to: "{{") {
      let start = position
      let isTriple = rest.hasPrefix("{{{")
      skip(isTriple ? 3 : 2)
      let close = isTriple ? "}}}" : "}}"
      let bodyStart = rest.startIndex
      guard advance(to: close) else { throw fault("The tag is not closed.", at: start) }
      var body = rest.base[bodyStart..<rest.startIndex].trimmed
      skip(close.count)
      guard let sigil = body.first else { throw fault("The tag is empty.", at: start) }
      if "#^/!&>$<%=*".contains(sigil) { body = body.dropFirst().trimmed }
      switch sigil {
      case "!": continue
      case "#", "^":
        let inner = try self.tags(until: String(body))
        tags.append(.section(name: String(body), isInverted: sigil == "^", at: start, inner: inner))
      case "/":
        guard name == String(body) else { throw fault("'\(body)' is closed here but not open.", at: start) }
        return tags
      case ">", "$", "<", "%", "=", "*":
        throw fault("'{{\(sigil)' is not used in these templates.", at: start)
      default: tags.append(.variable(name: String(body), at: start))
      }
    }
    if let name { throw fault("The section '\(name)' is not closed.", at: position) }
    return tags
  }

  /// Moves to the next occurrence of a mark; false, at the end, where there is none.
  private mutating func advance(to mark: String) -> Bool {
    while !rest.isEmpty {
      if rest.hasPrefix(mark) { return true }
      skip(1)
    }
    return false
  }

  private mutating func skip(_ count: Int) {
    for character in rest.prefix(count) {
      position.offset += character.utf8.count
      if character.isNewline {
        position.line += 1
        position.column = 1
      } else {
        position.column += character.unicodeScalars.count
      }
    }
    rest = rest.dropFirst(count)
  }

  private func fault(_ detail: String, at position: SourcePosition) -> Diagnostic {
    Diagnostic(
      code: "template.syntax", summary: "Invalid template", detail: detail,
      range: SourceRange(file: file, start: position))
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = self
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return text
  }
}
