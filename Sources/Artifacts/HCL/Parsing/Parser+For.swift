import Basics

extension Parser {
  private static let summary = "Invalid 'for' expression"

  /// A `for` expression whose opening bracket was read.
  mutating func finishFor(_ open: Token) -> HCLExpression {
    let isObject = open.kind == .openBrace
    let close: Token.Kind = isObject ? .closeBrace : .closeBracket
    return countingNewlines(false) { parser in
      parser.read()
      guard let loop = parser.parseForParts(isObject: isObject) else {
        parser.recover(to: close)
        return HCLExpression(.invalid, range: parser.range(open, end: parser.previous))
      }
      let end = parser.peek()
      if end.kind == close {
        parser.read()
      } else {
        parser.reportFirst(
          Self.summary, detail: "Extra characters after the end of the 'for' expression.", at: end)
        parser.recover(to: close)
      }
      return HCLExpression(.for(loop), range: parser.range(open, end: parser.previous))
    }
  }

  private mutating func parseForParts(isObject: Bool) -> ForExpression? {
    guard let names = parseForNames() else { return nil }
    let before = diagnostics.count
    let collection = parseExpression()
    if lostTrack(since: before) { return nil }
    guard nextKind == .colon else {
      reportFirst(
        Self.summary, detail: "For expression requires a colon after the collection expression.", at: peek())
      return nil
    }
    read()
    var key: HCLExpression?
    var value = parseExpression()
    if nextKind == .fatArrow {
      read()
      key = value
      value = parseExpression()
    }
    if lostTrack(since: before) { return nil }
    let ellipsis = nextKind == .ellipsis ? read() : nil
    var condition: HCLExpression?
    if isKeyword("if", token: peek()) {
      read()
      condition = parseExpression()
      if lostTrack(since: before) { return nil }
    }
    reportMisuse(key: key, value: value, ellipsis: ellipsis, isObject: isObject)
    return ForExpression(
      keyName: names.key, valueName: names.value, collection: collection, key: key, value: value,
      condition: condition,
      groups: ellipsis != nil, makesObject: isObject)
  }

  private mutating func parseForNames() -> (key: String?, value: String)? {
    guard nextKind == .identifier else {
      reportFirst(Self.summary, detail: "For expression requires variable name after 'for'.", at: peek())
      return nil
    }
    var value = text(read())
    var key: String?
    if nextKind == .comma {
      read()
      key = value
      guard nextKind == .identifier else {
        reportFirst(
          Self.summary, detail: "For expression requires value variable name after comma.", at: peek())
        return nil
      }
      value = text(read())
    }
    guard isKeyword("in", token: peek()) else {
      reportFirst(
        Self.summary, detail: "For expression requires the 'in' keyword after its name declarations.",
        at: peek())
      return nil
    }
    read()
    return (key, value)
  }

  private mutating func reportMisuse(
    key: HCLExpression?, value: HCLExpression, ellipsis: Token?, isObject: Bool
  ) {
    if isObject {
      if key == nil {
        report(
          Self.summary, detail: "Key expression is required when building an object.", range: value.range)
      }
      return
    }
    if let key {
      report(Self.summary, detail: "Key expression is not valid when building a tuple.", range: key.range)
    }
    if let ellipsis {
      report(
        Self.summary, detail: "Grouping ellipsis (...) cannot be used when building a tuple.", at: ellipsis)
    }
  }
}
