extension HCLFormatter {
  /// Whether a space stands between `token` and `after`; `before` is nil at the start of a cell.
  static func needsSpace(_ token: FormatToken, before: FormatToken?, after: FormatToken) -> Bool {
    switch (token.kind, after.kind) {
    case (_, .newline), (.identifier, .openParen), (.identifier, .doubleColon), (.doubleColon, .identifier),
      (.dot, _), (_, .dot), (_, .comma), (_, .ellipsis):
      return false
    case (.comma, _):
      return true
    case (.quotedText, _), (.heredocText, _), (.openQuote, _), (.openHeredoc, _),
      (_, .quotedText), (_, .heredocText), (_, .closeQuote), (_, .closeHeredoc):
      return false
    case (.identifier, _) where token.isWord("in") && before?.kind == .identifier:
      // `[for x in [a] : x]`: a keyword, not something that is indexed.
      return true
    case (.identifier, .openBracket), (.number, .openBracket):
      return false
    case (_, .openBracket) where token.bracketChange < 0:
      return false
    case (.bang, _):
      return false
    case (.minus, _):
      return isSubtraction(after: before)
    case (.openBrace, .closeBrace):
      return false
    case (.openBrace, _), (_, .closeBrace), (.interpolation, .openBrace), (.directive, .openBrace),
      (.closeBrace, .sequenceEnd):
      return true
    case (.sequenceEnd, .interpolation), (.sequenceEnd, .directive):
      return false
    default:
      return token.bracketChange <= 0 && after.bracketChange >= 0
    }
  }

  /// A minus subtracts when an operand can end before it; otherwise it is a sign.
  private static func isSubtraction(after before: FormatToken?) -> Bool {
    switch before?.kind {
    case nil, .openParen, .openBrace, .openBracket, .equal, .colon, .comma, .question,
      .plus, .star, .slash, .percent, .minus,
      .equalEqual, .notEqual, .greater, .greaterOrEqual, .less, .lessOrEqual, .and, .or, .bang:
      false
    default: true
    }
  }
}
