/// A token with the number of spaces to print before it.
struct FormatToken {
  var kind: Token.Kind
  var bytes: ArraySlice<UInt8>
  var spaces = 0

  init(_ kind: Token.Kind, bytes: ArraySlice<UInt8>) {
    self.kind = kind
    self.bytes = bytes
  }

  init(_ kind: Token.Kind, text: String) {
    self.init(kind, bytes: Array(text.utf8)[...])
  }

  /// A line comment holds the newline that ends it.
  var endsLine: Bool {
    kind == .newline || (kind == .comment && bytes.last == Ascii.newline)
  }

  /// By how much it changes the depth of brackets.
  var bracketChange: Int {
    switch kind {
    case .openBrace, .openBracket, .openParen, .directive, .interpolation: 1
    case .closeBrace, .closeBracket, .closeParen, .sequenceEnd: -1
    default: 0
    }
  }

  /// Columns on screen, the spaces before it included.
  var columns: Int {
    if bytes.allSatisfy({ $0 < 0x80 && $0 != Ascii.carriageReturn }) { return spaces + bytes.count }
    return spaces + String(decoding: bytes, as: UTF8.self).count
  }

  func isWord(_ word: StaticString) -> Bool {
    kind == .identifier && bytes.elementsEqual(word.description.utf8)
  }
}
