import Basics

/// A stretch of the text with its role; the text itself stays with the lexer.
struct Token: Hashable, Sendable {
  enum Kind: UInt8, Sendable {
    case openBrace, closeBrace, openBracket, closeBracket, openParen, closeParen
    case openQuote, closeQuote, openHeredoc, closeHeredoc
    case star, slash, plus, minus, percent
    case equal, equalEqual, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case and, or, bang, dot, comma, ellipsis, fatArrow, question, colon, doubleColon
    case interpolation, directive, sequenceEnd
    case quotedText, heredocText, number, identifier, comment, newline, end
    // Never valid, but told apart so that a message can say what to write instead.
    case bitwiseAnd, bitwiseOr, bitwiseNot, bitwiseXor, apostrophe, backtick, semicolon
    case invalid, badEncoding, quotedNewline

    /// The other end of a pair of brackets, or nil.
    var opposite: Kind? {
      switch self {
      case .openBrace: .closeBrace
      case .closeBrace: .openBrace
      case .openBracket: .closeBracket
      case .closeBracket: .openBracket
      case .openParen: .closeParen
      case .closeParen: .openParen
      case .openQuote: .closeQuote
      case .closeQuote: .openQuote
      case .openHeredoc: .closeHeredoc
      case .closeHeredoc: .openHeredoc
      case .interpolation, .directive: .sequenceEnd
      case .sequenceEnd: .interpolation
      default: nil
      }
    }
  }

  var kind: Kind
  // Half the size of two positions: a text of megabytes has a million tokens.
  private let startOffset: Int32
  private let startLine: Int32
  private let startColumn: Int32
  private let endOffset: Int32
  private let endLine: Int32
  private let endColumn: Int32

  init(kind: Kind, start: SourcePosition, end: SourcePosition) {
    self.kind = kind
    startOffset = Int32(truncatingIfNeeded: start.offset)
    startLine = Int32(truncatingIfNeeded: start.line)
    startColumn = Int32(truncatingIfNeeded: start.column)
    endOffset = Int32(truncatingIfNeeded: end.offset)
    endLine = Int32(truncatingIfNeeded: end.line)
    endColumn = Int32(truncatingIfNeeded: end.column)
  }

  var start: SourcePosition {
    SourcePosition(offset: Int(startOffset), line: Int(startLine), column: Int(startColumn))
  }

  var end: SourcePosition {
    SourcePosition(offset: Int(endOffset), line: Int(endLine), column: Int(endColumn))
  }
}
