extension Parser {
  /// Reads up to and including the next `end` of this nesting level.
  @discardableResult
  mutating func recover(to end: Token.Kind) -> Token {
    isRecovering = true
    let start = end.opposite
    var nesting = 0
    while true {
      let token = read()
      let kind = end == .sequenceEnd && token.kind == .directive ? .interpolation : token.kind
      if kind == .end { return token }
      if kind == start { nesting += 1 }
      if kind == end {
        if nesting == 0 { return token }
        nesting -= 1
      }
    }
  }

  /// Reads up to and including the parentheses that come next.
  mutating func skipParentheses() {
    while true {
      let kind = read().kind
      if kind == .openParen || kind == .end { break }
    }
    recover(to: .closeParen)
  }

  /// Reads up to the end of this line, or of the brackets that it opens.
  mutating func recoverAfterItem() {
    isRecovering = true
    var open: [Token.Kind] = []
    while true {
      let kind = read().kind
      switch kind {
      case .end: return
      case .newline where open.isEmpty: return
      case .openBrace, .openBracket, .openParen, .openQuote, .openHeredoc, .interpolation, .directive:
        open.append(kind)
      case .closeBrace, .closeBracket, .closeParen, .closeQuote, .closeHeredoc, .sequenceEnd:
        while let last = open.popLast(), last.opposite != kind {}
      default: break
      }
    }
  }
}
