import Basics

extension Parser {
  private static let summary = "Invalid escape sequence"

  /// The text of a literal token with its escapes resolved.
  mutating func stringValue(_ token: Token) -> String {
    let isQuoted = token.kind == .quotedText
    let source = bytes[token.start.offset..<token.end.offset]
    let needsWork = source.contains {
      $0 == Ascii.dollar || $0 == Ascii.percent || (isQuoted && $0 == Ascii.backslash)
    }
    guard needsWork else { return String(decoding: source, as: UTF8.self) }
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = source.startIndex
    while index < source.endIndex {
      let byte = source[index]
      if isQuoted, byte == Ascii.backslash {
        index += appendEscape(source[index...], to: &result, token: token)
      } else if byte == Ascii.dollar || byte == Ascii.percent, index + 2 < source.endIndex,
        source[index + 1] == byte, source[index + 2] == Ascii.openBrace
      {
        result += [byte, Ascii.openBrace]
        index += 3
      } else {
        result.append(byte)
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Appends what the escape at the start of `source` stands for; returns its length.
  private mutating func appendEscape(
    _ source: ArraySlice<UInt8>, to result: inout [UInt8], token: Token
  ) -> Int {
    guard source.count > 1 else {
      report(
        Self.summary, detail: "Backslash must be followed by an escape sequence selector character.",
        at: token)
      return 1
    }
    let selector = source[source.startIndex + 1]
    switch selector {
    case UInt8(ascii: "n"): result.append(Ascii.newline)
    case UInt8(ascii: "r"): result.append(Ascii.carriageReturn)
    case UInt8(ascii: "t"): result.append(Ascii.tab)
    case Ascii.quote, Ascii.backslash: result.append(selector)
    case UInt8(ascii: "u"): return appendUnicode(source, digits: 4, to: &result, token: token)
    case UInt8(ascii: "U"): return appendUnicode(source, digits: 8, to: &result, token: token)
    default:
      let length = max(scalarLength(source.dropFirst()), 1)
      let symbol = source.dropFirst().prefix(length)
      report(
        Self.summary,
        detail:
          "The symbol \"\(String(decoding: symbol, as: UTF8.self))\" is not a valid escape sequence selector.",
        at: token)
      result += symbol
      return 1 + length
    }
    return 2
  }

  private func scalarLength(_ source: ArraySlice<UInt8>) -> Int {
    1 + source.dropFirst().prefix(3).prefix { $0 & 0xC0 == 0x80 }.count
  }

  private mutating func appendUnicode(
    _ source: ArraySlice<UInt8>, digits: Int, to result: inout [UInt8], token: Token
  ) -> Int {
    let text = source.dropFirst(2).prefix(digits).prefix {
      Ascii.isDigit($0) || (Ascii.isLetter($0) && $0 | 0x20 <= UInt8(ascii: "f"))
    }
    let number = UInt32(String(decoding: text, as: UTF8.self), radix: 16)
    if text.count < digits {
      let name =
        digits == 4
        ? "\\u escape sequence must be followed by four" : "\\U escape sequence must be followed by eight"
      report(Self.summary, detail: "The \(name) hexadecimal digits.", at: token)
    } else if let number, let scalar = Unicode.Scalar(number) {
      result += Array(String(Character(scalar)).utf8)
    } else {
      report(
        Self.summary, detail: "Cannot encode character U+\(String(decoding: text, as: UTF8.self)) in UTF-8.",
        at: token)
    }
    return 2 + text.count
  }

  /// A quoted string that may not hold template sequences, such as a block's label.
  mutating func parseQuotedLabel() -> (String, SourceRange) {
    let open = read()
    var label = ""
    while true {
      let token = read()
      switch token.kind {
      case .closeQuote:
        return (label, range(open, end: token))
      case .quotedText:
        label += stringValue(token)
      case .interpolation, .directive:
        let symbol = token.kind == .interpolation ? "$" : "%"
        report(
          "Invalid string literal",
          detail:
            "Template sequences are not allowed in this string. To include a literal \"\(symbol)\", double it (as "
            + "\"\(symbol)\(symbol)\") to escape it.", at: token)
        label += symbol + "{ ... }"
        recover(to: .sequenceEnd)
      case .end:
        report(
          "Unterminated string literal",
          detail: "Unable to find the closing quote mark before the end of the file.",
          at: token)
        return (label, range(open, end: token))
      default:
        report("Invalid string literal", detail: "This item is not valid in a string literal.", at: token)
        recover(to: .closeQuote)
        return (label, range(open, end: token))
      }
    }
  }
}
