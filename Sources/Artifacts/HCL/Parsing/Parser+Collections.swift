import Basics

extension Parser {
  private static func unterminated(_ bracket: String) -> String {
    "There is no corresponding closing \(bracket) before the end of the file. This may be caused by incorrect "
      + "\(bracket) nesting elsewhere in this file."
  }

  mutating func parseTuple() -> HCLExpression {
    let open = read()
    return countingNewlines(false) { parser in
      if parser.isKeyword("for", token: parser.peek()) { return parser.finishFor(open) }
      var items: [HCLExpression] = []
      while parser.nextKind != .closeBracket {
        let before = parser.diagnostics.count
        items.append(parser.parseExpression())
        if parser.lostTrack(since: before) {
          parser.recover(to: .closeBracket)
          return HCLExpression(.tuple(items), range: parser.range(open, end: parser.previous))
        }
        let next = parser.peek()
        if next.kind == .closeBracket { break }
        guard next.kind == .comma else {
          if next.kind == .end {
            parser.reportFirst(
              "Unterminated tuple constructor expression", detail: Self.unterminated("bracket"), at: open)
          } else {
            parser.reportFirst(
              "Missing item separator", detail: "Expected a comma to mark the beginning of the next item.",
              at: next)
          }
          parser.recover(to: .closeBracket)
          return HCLExpression(.tuple(items), range: parser.range(open, end: parser.previous))
        }
        parser.read()
      }
      let close = parser.read()
      return HCLExpression(.tuple(items), range: parser.range(open, end: close))
    }
  }

  mutating func parseObject() -> HCLExpression {
    let open = read()
    let isFor = countingNewlines(false) { $0.isKeyword("for", token: $0.peek()) }
    if isFor { return finishFor(open) }
    return countingNewlines(true) { parser in
      var items: [ObjectItem] = []
      while true {
        let next = parser.nextKind
        if next == .newline {
          parser.read()
          continue
        }
        if next == .closeBrace {
          parser.read()
          break
        }
        if !parser.parseItem(into: &items, open: open) {
          parser.recover(to: .closeBrace)
          break
        }
      }
      return HCLExpression(.object(items), range: parser.range(open, end: parser.previous))
    }
  }

  /// One `key = value` and its separator; false when the rest of the object must be skipped.
  private mutating func parseItem(into items: inout [ObjectItem], open: Token) -> Bool {
    let before = diagnostics.count
    let key = parseExpression()
    if lostTrack(since: before) { return false }
    let equals = peek()
    guard equals.kind == .equal || equals.kind == .colon else {
      reportMissingValue(at: equals, open: open)
      return false
    }
    read()
    let value = parseExpression()
    items.append(ObjectItem(key: key, value: value))
    if lostTrack(since: before) { return false }
    let next = peek()
    switch next.kind {
    case .closeBrace: return true
    case .comma, .newline:
      read()
      return true
    case .end:
      reportFirst("Unterminated object constructor expression", detail: Self.unterminated("brace"), at: open)
    default:
      reportFirst(
        "Missing attribute separator",
        detail: "Expected a newline or comma to mark the beginning of the next attribute.",
        at: next)
    }
    return false
  }

  private mutating func reportMissingValue(at token: Token, open: Token) {
    let separator = "Expected an equals sign (\"=\") to mark the beginning of the attribute value."
    switch token.kind {
    case .newline, .comma:
      reportFirst(
        "Missing attribute value",
        detail: "Expected an attribute value, introduced by an equals sign (\"=\").",
        at: token)
    case .identifier:
      reportFirst(
        "Missing key/value separator",
        detail: separator
          + " If you intended to give an attribute name containing periods or spaces, write the name in quotes "
          + "to create a string literal.", at: token)
    case .end:
      reportFirst("Unterminated object constructor expression", detail: Self.unterminated("brace"), at: open)
    default:
      reportFirst("Missing key/value separator", detail: separator, at: token)
    }
  }
}
