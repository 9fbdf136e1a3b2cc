import Basics

extension Parser {
  /// A quoted string or a heredoc, from its opening mark.
  mutating func parseTemplate() -> HCLExpression {
    let open = read()
    let isFlush = open.kind == .openHeredoc && bytes[open.start.offset + 2] == Ascii.minus
    let close = open.kind.opposite ?? .closeQuote
    return nested(HCLExpression(.invalid, range: range(open))) { parser in
      var parts = parser.parseTemplateParts(until: close, open: open)
      if isFlush { parts.removeCommonIndent() }
      parts.joinTexts()
      var pairing = TemplatePairing(parts: parts, depthLimit: parser.limits.depth)
      let expressions = pairing.pair()
      for problem in pairing.problems {
        parser.report(problem.summary, detail: problem.detail, range: problem.range)
      }
      let place = parser.range(open, end: parser.previous)
      if parts.count == 2, case .interpolation(let inner) = parts[0].kind {
        return HCLExpression(.wrapped(inner), range: place)
      }
      return HCLExpression(.template(expressions), range: place)
    }
  }

  private mutating func parseTemplateParts(until close: Token.Kind, open: Token) -> [TemplatePart] {
    var parts: [TemplatePart] = []
    var trimsNext = false
    while true {
      let token = read()
      let trims = trimsNext
      trimsNext = false
      switch token.kind {
      case close:
        parts.append(TemplatePart(kind: .end, range: range(token)))
        return parts
      case .quotedText, .heredocText:
        let value = stringValue(token)
        parts.append(
          TemplatePart(kind: .text(trims ? value.trimmingLeadingSpace() : value), range: range(token)))
      case .interpolation, .directive:
        if token.end.offset - token.start.offset == 3, let text = parts.last?.text {
          parts[parts.count - 1].kind = .text(text.trimmingTrailingSpace())
        }
        let (part, end) = countingNewlines(false) { parser in
          let part =
            token.kind == .directive
            ? parser.parseDirective(token) : parser.parseInterpolation(token, templateEnd: close)
          return (part, parser.previous)
        }
        trimsNext = end.kind == .sequenceEnd && end.end.offset - end.start.offset == 2
        if let part { parts.append(part) }
      default:
        reportFirst(
          "Unterminated template string", detail: "No closing marker was found for the string.", at: token)
        let last = recover(to: close)
        parts.append(TemplatePart(kind: .end, range: range(last)))
        return parts
      }
    }
  }

  private mutating func parseInterpolation(_ open: Token, templateEnd: Token.Kind) -> TemplatePart? {
    let expression = parseExpression()
    let close = peek()
    if close.kind == .sequenceEnd {
      read()
    } else {
      reportUnclosedInterpolation(open, close: close, templateEnd: templateEnd)
      recover(to: .sequenceEnd)
    }
    return TemplatePart(kind: .interpolation(expression), range: range(open, end: previous))
  }

  private mutating func reportUnclosedInterpolation(_ open: Token, close: Token, templateEnd: Token.Kind) {
    let unclosed = "Unclosed template interpolation sequence"
    let nesting = " This might be caused by incorrect nesting inside the given expression."
    let extra = "Extra characters after interpolation expression"
    switch close.kind {
    case .end:
      reportFirst(
        unclosed,
        detail: "There is no closing brace for this interpolation sequence before the end of the file."
          + nesting,
        at: open)
    case .closeQuote where templateEnd == .closeQuote, .openQuote where templateEnd == .closeQuote:
      reportFirst(
        unclosed,
        detail:
          "There is no closing brace for this interpolation sequence before the end of the quoted template."
          + nesting,
        at: open)
    case .colon:
      reportFirst(
        extra,
        detail:
          "Template interpolation doesn't expect a colon at this location. Did you intend this to be a literal sequence "
          + "to be processed as part of another language? If so, you can escape it by starting with \"$${\" instead of "
          + "just \"${\".", at: close)
    default:
      reportFirst(
        extra,
        detail:
          "Expected a closing brace to end the interpolation expression, but found extra characters.\n\nThis can happen "
          + "when you include interpolation syntax for another language, such as shell scripting, but forget to escape "
          + "the interpolation start token. If this is an embedded sequence for another language, escape it by starting "
          + "with \"$${\" instead of just \"${\".", at: close)
    }
  }

  private mutating func parseDirective(_ open: Token) -> TemplatePart? {
    let keyword = peek()
    guard keyword.kind == .identifier else {
      reportFirst(
        "Invalid template directive",
        detail:
          "A template directive keyword (\"if\", \"for\", etc) is expected at the beginning of a %{ sequence.",
        at: keyword)
      recover(to: .sequenceEnd)
      return nil
    }
    read()
    guard let kind = parseDirectiveKind(keyword) else {
      recover(to: .sequenceEnd)
      return nil
    }
    let close = peek()
    if close.kind == .sequenceEnd {
      read()
    } else {
      reportFirst(
        "Extra characters in \(text(keyword)) marker",
        detail: "Expected a closing brace to end the sequence, but found extra characters.", at: close)
      recover(to: .sequenceEnd)
    }
    return TemplatePart(kind: kind, range: range(open, end: previous))
  }

  private mutating func parseDirectiveKind(_ keyword: Token) -> TemplatePart.Kind? {
    switch text(keyword) {
    case "if": return .ifStart(parseExpression())
    case "else": return .elseMark
    case "endif": return .endIf
    case "endfor": return .endFor
    case "for": return parseForDirective()
    case let given:
      reportFirst(
        "Invalid template control keyword",
        detail: "\"\(given)\" is not a valid template control keyword."
          + suggestion(for: given, among: ["if", "for", "else", "endif", "endfor"]), at: keyword)
      return nil
    }
  }

  private mutating func parseForDirective() -> TemplatePart.Kind? {
    let summary = "Invalid 'for' directive"
    guard nextKind == .identifier else {
      reportFirst(summary, detail: "For directive requires variable name after 'for'.", at: peek())
      return nil
    }
    var value = text(read())
    var key: String?
    if nextKind == .comma {
      read()
      key = value
      guard nextKind == .identifier else {
        reportFirst(summary, detail: "For directive requires value variable name after comma.", at: peek())
        return nil
      }
      value = text(read())
    }
    guard isKeyword("in", token: peek()) else {
      reportFirst(summary, detail: "For directive requires 'in' keyword after names.", at: peek())
      return nil
    }
    read()
    return .forStart(key: key, value: value, collection: parseExpression())
  }
}
