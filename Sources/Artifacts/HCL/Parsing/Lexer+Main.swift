import Basics

extension Lexer {
  /// One token outside of template text.
  mutating func scanMain() {
    let byte = peek()
    switch byte {
    case Ascii.space, Ascii.tab:
      advance(1)
    case Ascii.newline:
      emit(.newline, length: 1)
    case Ascii.carriageReturn where peek(1) == Ascii.newline:
      emit(.newline, length: 2)
    case UInt8(ascii: "#"):
      scanLineComment()
    case UInt8(ascii: "/") where peek(1) == byte:
      scanLineComment()
    case UInt8(ascii: "/") where peek(1) == UInt8(ascii: "*"):
      scanBlockComment()
    case Ascii.quote:
      emit(.openQuote, length: 1)
      modes.append(.quoted)
    case Ascii.openBrace:
      openBrace()
    case UInt8(ascii: "}"):
      closeBrace(trims: false)
    case Ascii.tilde where peek(1) == UInt8(ascii: "}"):
      closeBrace(trims: true)
    case UInt8(ascii: "<") where peek(1) == byte && scanHeredocStart():
      break
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      emit(.number, length: numberLength())
    default:
      let identifier = identifierLength()
      if identifier > 0 {
        emit(.identifier, length: identifier)
      } else {
        scanSymbol()
      }
    }
  }

  private mutating func scanLineComment() {
    var end = position.offset
    while end < bytes.count, bytes[end] != Ascii.newline { end += 1 }
    emit(.comment, length: min(end + 1, bytes.count) - position.offset)
  }

  private mutating func scanBlockComment() {
    var end = position.offset + 2
    while end + 1 < bytes.count {
      if bytes[end] == UInt8(ascii: "*"), bytes[end + 1] == UInt8(ascii: "/") {
        return emit(.comment, length: end + 2 - position.offset)
      }
      end += 1
    }
    emit(.slash, length: 1)
  }

  /// Digits, dots and exponents, not ending in a dot: `1.5e-3`, but only `1` of `1...`.
  private func numberLength() -> Int {
    var end = 1
    var good = 1
    while true {
      let byte = peek(end)
      if Ascii.isDigit(byte) {
        end += 1
      } else if byte == Ascii.dot {
        end += 1
        continue
      } else if byte | 0x20 == UInt8(ascii: "e") {
        let sign = peek(end + 1) == UInt8(ascii: "+") || peek(end + 1) == Ascii.minus ? 1 : 0
        guard Ascii.isDigit(peek(end + 1 + sign)) else { return good }
        end += 2 + sign
      } else {
        return good
      }
      good = end
    }
  }

  func identifierLength() -> Int { identifierLength(at: position.offset) }

  func identifierLength(at start: Int) -> Int {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if Ascii.isLetter(byte) || byte == UInt8(ascii: "_") {
        index += 1
      } else if byte < 0x80 {
        guard index > start, Ascii.isDigit(byte) || byte == Ascii.minus else { break }
        index += 1
      } else {
        let length = scalarLength(at: index)
        guard length > 0,
          let scalar = String(decoding: bytes[index..<index + length], as: UTF8.self).unicodeScalars.first,
          index == start ? scalar.properties.isIDStart : scalar.properties.isIDContinue
        else { break }
        index += length
      }
    }
    return index - start
  }

  private mutating func scanSymbol() {
    let next = peek(1)
    let equals = UInt8(ascii: "=")
    switch peek() {
    case UInt8(ascii: "["): emit(.openBracket, length: 1)
    case UInt8(ascii: "]"): emit(.closeBracket, length: 1)
    case UInt8(ascii: "("): emit(.openParen, length: 1)
    case UInt8(ascii: ")"): emit(.closeParen, length: 1)
    case Ascii.dot where next == Ascii.dot && peek(2) == Ascii.dot: emit(.ellipsis, length: 3)
    case Ascii.dot: emit(.dot, length: 1)
    case UInt8(ascii: ","): emit(.comma, length: 1)
    case UInt8(ascii: "*"): emit(.star, length: 1)
    case UInt8(ascii: "/"): emit(.slash, length: 1)
    case Ascii.percent: emit(.percent, length: 1)
    case UInt8(ascii: "+"): emit(.plus, length: 1)
    case Ascii.minus: emit(.minus, length: 1)
    case equals where next == equals: emit(.equalEqual, length: 2)
    case equals where next == UInt8(ascii: ">"): emit(.fatArrow, length: 2)
    case equals: emit(.equal, length: 1)
    case UInt8(ascii: "<"): next == equals ? emit(.lessOrEqual, length: 2) : emit(.less, length: 1)
    case UInt8(ascii: ">"): next == equals ? emit(.greaterOrEqual, length: 2) : emit(.greater, length: 1)
    case UInt8(ascii: "!"): next == equals ? emit(.notEqual, length: 2) : emit(.bang, length: 1)
    case UInt8(ascii: "?"): emit(.question, length: 1)
    case UInt8(ascii: ":"):
      next == UInt8(ascii: ":") ? emit(.doubleColon, length: 2) : emit(.colon, length: 1)
    case UInt8(ascii: "&"): next == UInt8(ascii: "&") ? emit(.and, length: 2) : emit(.bitwiseAnd, length: 1)
    case UInt8(ascii: "|"): next == UInt8(ascii: "|") ? emit(.or, length: 2) : emit(.bitwiseOr, length: 1)
    case Ascii.tilde: emit(.bitwiseNot, length: 1)
    case UInt8(ascii: "^"): emit(.bitwiseXor, length: 1)
    case UInt8(ascii: "'"): emit(.apostrophe, length: 1)
    case UInt8(ascii: "`"): emit(.backtick, length: 1)
    case UInt8(ascii: ";"): emit(.semicolon, length: 1)
    default:
      let length = scalarLength(at: position.offset)
      length > 0 ? emit(.invalid, length: length) : emit(.badEncoding, length: 1)
    }
  }
}
