/// A configuration whose end is missing, as an answer has that ran into a limit.
package struct CutText {
  /// More lines than these are not given up.
  private static let mostLines = 8

  /// The text up to its last whole line, with everything closed that is open there.
  package let completed: String
  /// How many lines at the end were given up.
  package let droppedLines: Int

  /// Nil when the text is whole, or is not wrong at its end only.
  package init?(_ text: String) {
    let file = HCLFile(path: "", text: text)
    guard file.hasErrors else { return nil }
    let heads = file.body.blocks.count
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    while let last = lines.last, last.allSatisfy(\.isWhitespace) { lines.removeLast() }
    for dropped in 0...Self.mostLines where dropped < lines.count {
      let kept = lines.dropLast(dropped).joined(separator: "\n") + "\n"
      let closers: [String]
      switch Self.ending(of: kept) {
      case .open(let open): closers = open
      case .insideString: continue
      case .broken: return nil
      }
      if closers.isEmpty { return nil }
      let candidate = kept + closers.joined(separator: "\n") + "\n"
      let parsed = HCLFile(path: "", text: candidate)
      guard !parsed.hasErrors, parsed.body.blocks.count >= heads else { continue }
      completed = candidate
      droppedLines = dropped
      return
    }
    return nil
  }

  /// How a text ends.
  private enum Ending {
    /// With open brackets that these close, the innermost first.
    case open([String])
    case insideString
    /// Something is closed that is not open.
    case broken
  }

  private static func ending(of text: String) -> Ending {
    var lexer = Lexer(Array(text.utf8), limit: ParserLimits.standard.tokens)
    var open: [Token.Kind] = []
    for token in lexer.tokenize() {
      switch token.kind {
      case .openBrace, .openBracket, .openParen, .openQuote, .openHeredoc, .interpolation, .directive:
        open.append(token.kind)
      case .closeBrace, .closeBracket, .closeParen, .closeQuote, .closeHeredoc, .sequenceEnd:
        guard open.popLast()?.opposite == token.kind else { return .broken }
      default: break
      }
    }
    let texts: [Token.Kind: String] = [.openBrace: "}", .openBracket: "]", .openParen: ")"]
    let closers = open.reversed().map { texts[$0] }
    return closers.contains(nil) ? .insideString : .open(closers.compactMap { $0 })
  }
}
