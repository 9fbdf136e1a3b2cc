import Basics

extension Lexer {
  /// One token inside a quoted string.
  mutating func scanQuoted() {
    switch peek() {
    case Ascii.quote:
      emit(.closeQuote, length: 1)
      modes.removeLast()
    case Ascii.newline, Ascii.carriageReturn:
      var length = 1
      while peek(length) == Ascii.newline || peek(length) == Ascii.carriageReturn { length += 1 }
      emit(.quotedNewline, length: length)
    case Ascii.dollar where peek(1) == Ascii.openBrace, Ascii.percent where peek(1) == Ascii.openBrace:
      beginSequence()
    default:
      scanQuotedText()
    }
  }

  private mutating func scanQuotedText() {
    var index = position.offset
    while index < bytes.count {
      switch bytes[index] {
      case Ascii.quote, Ascii.newline, Ascii.carriageReturn:
        return emit(.quotedText, length: index - position.offset)
      case Ascii.dollar, Ascii.percent:
        if startsSequence(at: index) { return emit(.quotedText, length: index - position.offset) }
        index += plainLength(at: index)
      case Ascii.backslash:
        let next = index + 1
        let length = next < bytes.count ? scalarLength(at: next) : 0
        guard length > 0, bytes[next] != Ascii.newline, bytes[next] != Ascii.carriageReturn else {
          return emitText(.quotedText, upTo: index, otherwise: .invalid)
        }
        index = next + length
      default:
        let length = scalarLength(at: index)
        guard length > 0 else { return emitText(.quotedText, upTo: index, otherwise: .badEncoding) }
        index += length
      }
    }
    emit(.quotedText, length: index - position.offset)
  }

  /// `<<MARKER` with the rest of its line; false when it is none.
  mutating func scanHeredocStart() -> Bool {
    var start = position.offset + 2
    if start < bytes.count, bytes[start] == Ascii.minus { start += 1 }
    let length = identifierLength(at: start)
    guard length > 0 else { return false }
    var end = start + length
    if end < bytes.count, bytes[end] == Ascii.carriageReturn { end += 1 }
    guard end < bytes.count, bytes[end] == Ascii.newline else { return false }
    emit(.openHeredoc, length: end + 1 - position.offset)
    heredocs.append(Heredoc(marker: bytes[start..<start + length], atLineStart: true))
    modes.append(.heredoc)
    return true
  }

  /// One token inside a heredoc: a line, a piece of a line, or the closing marker and its newline.
  mutating func scanHeredoc() {
    if startsSequence(at: position.offset) { return beginSequence() }
    var index = position.offset
    while index < bytes.count {
      let byte = bytes[index]
      if byte == Ascii.newline { return endHeredocLine(at: index) }
      if byte == Ascii.carriageReturn {
        guard index + 1 < bytes.count, bytes[index + 1] == Ascii.newline else {
          return emit(.invalid, length: bytes.count - position.offset)
        }
        index += 1
        continue
      }
      if startsSequence(at: index) { break }
      if byte == Ascii.dollar || byte == Ascii.percent {
        index += plainLength(at: index)
        continue
      }
      let length = scalarLength(at: index)
      guard length > 0 else { return emitText(.heredocText, upTo: index, otherwise: .badEncoding) }
      index += length
    }
    heredocs[heredocs.count - 1].atLineStart = false
    emit(.heredocText, length: index - position.offset)
  }

  private mutating func endHeredocLine(at newline: Int) {
    let heredoc = heredocs[heredocs.count - 1]
    let line = bytes[position.offset..<newline]
    let content = line.drop(while: Ascii.isSpace).reversed().drop(while: Ascii.isSpace).reversed()
    guard heredoc.atLineStart, content.elementsEqual(heredoc.marker) else {
      heredocs[heredocs.count - 1].atLineStart = true
      return emit(.heredocText, length: newline + 1 - position.offset)
    }
    let markerEnd = line.last == Ascii.carriageReturn ? newline - 1 : newline
    emit(.closeHeredoc, length: markerEnd - position.offset)
    emit(.newline, length: newline + 1 - markerEnd)
    heredocs.removeLast()
    modes.removeLast()
  }

  private func startsSequence(at index: Int) -> Bool {
    (bytes[index] == Ascii.dollar || bytes[index] == Ascii.percent)
      && index + 1 < bytes.count && bytes[index + 1] == Ascii.openBrace
  }

  /// How much of `$${`, `%%{` or a plain `$`, `%` is literal text.
  private func plainLength(at index: Int) -> Int {
    let isEscape =
      index + 2 < bytes.count && bytes[index + 1] == bytes[index] && bytes[index + 2] == Ascii.openBrace
    return isEscape ? 3 : 1
  }

  /// The text before a byte that cannot stand there, or, when there is none, that byte.
  private mutating func emitText(_ kind: Token.Kind, upTo index: Int, otherwise bad: Token.Kind) {
    if index > position.offset {
      emit(kind, length: index - position.offset)
    } else {
      emit(bad, length: 1)
    }
  }
}
