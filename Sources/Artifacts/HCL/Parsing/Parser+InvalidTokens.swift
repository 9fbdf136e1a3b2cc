extension Parser {
  /// Reports what can never stand in a text, each kind of mistake a few times at most.
  mutating func reportInvalidTokens(_ tokens: [Token]) {
    var told: [Token.Kind: Int] = [:]
    for token in tokens {
      guard let message = invalidTokenMessage(token.kind) else { continue }
      let times = told[token.kind, default: 0]
      told[token.kind] = times + 1
      if message.isQuote ? times % 2 == 0 && times < 3 : times < message.limit {
        report(message.summary, detail: message.detail, at: token)
      }
    }
  }

  private struct Message {
    var summary: String
    var detail: String
    var limit = 1
    /// Only every second one is reported: the other closes it.
    var isQuote = false
  }

  private func invalidTokenMessage(_ kind: Token.Kind) -> Message? {
    switch kind {
    case .bitwiseAnd: bitwise(" Did you mean boolean AND (\"&&\")?")
    case .bitwiseOr: bitwise(" Did you mean boolean OR (\"||\")?")
    case .bitwiseNot: bitwise(" Did you mean boolean NOT (\"!\")?")
    case .bitwiseXor: bitwise("")
    case .backtick:
      Message(
        summary: "Invalid character",
        detail:
          "The \"`\" character is not valid. To create a multi-line string, use the \"heredoc\" syntax, like \"<<EOT\".",
        isQuote: true)
    case .apostrophe:
      Message(
        summary: "Invalid character",
        detail: "Single quotes are not valid. Use double quotes (\") to enclose strings.", isQuote: true)
    case .semicolon:
      Message(
        summary: "Invalid character",
        detail:
          "The \";\" character is not valid. Use newlines to separate arguments and blocks, and commas to "
          + "separate items in collection values.")
    case .badEncoding:
      Message(
        summary: "Invalid character encoding",
        detail:
          "All input files must be UTF-8 encoded. Ensure that UTF-8 encoding is selected in your editor.")
    case .quotedNewline:
      Message(
        summary: "Invalid multi-line string",
        detail:
          "Quoted strings may not be split over multiple lines. To produce a multi-line string, either use the "
          + "\\n escape to represent a newline character or use the \"heredoc\" multi-line template syntax.",
        limit: .max)
    case .invalid:
      Message(
        summary: "Invalid character", detail: "This character is not used within the language.", limit: .max)
    default: nil
    }
  }

  private func bitwise(_ suggestion: String) -> Message {
    Message(
      summary: "Unsupported operator", detail: "Bitwise operators are not supported.\(suggestion)", limit: 4)
  }
}
