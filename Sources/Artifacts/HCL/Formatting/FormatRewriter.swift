import Basics

/// The tokens of a file after the few rewritings that go beyond layout: quoted labels, `"${x}"` as `x`, and the old
/// type keywords of variables.
struct FormatRewriter {
  private let bytes: [UInt8]
  private let source: [Token]
  private let body: Body
  private var replacements: [(range: Range<Int>, tokens: [FormatToken])] = []

  init(_ file: HCLFile) {
    bytes = Array(file.text.utf8)
    var lexer = Lexer(bytes)
    source = lexer.tokenize().dropLast()
    body = file.body
  }

  func tokens() -> [FormatToken] {
    var rewriter = self
    rewriter.rewrite(body, in: [])
    var result: [FormatToken] = []
    result.reserveCapacity(source.count)
    var next = 0
    for replacement in rewriter.replacements.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
      result += formatTokens(next..<replacement.range.lowerBound)
      result += replacement.tokens
      next = replacement.range.upperBound
    }
    return result + formatTokens(next..<source.count)
  }

  private func formatTokens(_ range: Range<Int>) -> [FormatToken] {
    source[range].map { FormatToken($0.kind, bytes: bytes[$0.start.offset..<$0.end.offset]) }
  }

  /// The tokens that start within `range`.
  private func indices(_ range: SourceRange) -> Range<Int> {
    firstToken(at: range.start.offset)..<firstToken(at: range.end.offset)
  }

  private func firstToken(at offset: Int) -> Int {
    var low = 0
    var high = source.count
    while low < high {
      let middle = (low + high) / 2
      if source[middle].start.offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private mutating func rewrite(_ body: Body, in blocks: [String]) {
    for attribute in body.attributes {
      let range = indices(attribute.value.range)
      let old = formatTokens(range)
      let isType = blocks == ["variable"] && attribute.name == "type"
      if let new = isType ? type(old) : unwrapped(old) { replacements.append((range, new)) }
    }
    for block in body.blocks {
      rewriteLabels(of: block)
      rewrite(block.body, in: blocks + [block.type])
    }
  }

  /// What stands between the labels is dropped with the old way of quoting.
  private mutating func rewriteLabels(of block: Block) {
    guard let last = block.labelRanges.last else { return }
    let range = firstToken(at: block.typeRange.end.offset)..<firstToken(at: last.end.offset)
    let tokens = block.labels.flatMap { label in
      let quoted = quotedSource(label).utf8.dropFirst().dropLast()
      return [
        FormatToken(.openQuote, text: "\""), FormatToken(.quotedText, bytes: Array(quoted)[...]),
        FormatToken(.closeQuote, text: "\""),
      ]
    }
    replacements.append((range, tokens))
  }

  /// `"${x}"` as `x`, in parentheses where x has several lines; nil when it is something else.
  private func unwrapped(_ tokens: [FormatToken]) -> [FormatToken]? {
    guard tokens.count >= 5, tokens[0].kind == .openQuote, tokens[1].kind == .interpolation,
      tokens[tokens.count - 2].kind == .sequenceEnd, tokens[tokens.count - 1].kind == .closeQuote
    else { return nil }
    let inside = tokens[2..<tokens.count - 2]
    var quotes = 0
    for token in inside {
      switch token.kind {
      case .openQuote: quotes += 1
      case .closeQuote: quotes -= 1
      case .interpolation, .sequenceEnd, .quotedText: if quotes <= 0 { return nil }
      default: break
      }
    }
    let trimmed = Array(
      inside.drop { $0.kind == .newline }.reversed().drop { $0.kind == .newline }.reversed())
    let isParenthesized = trimmed.first?.kind == .openParen && trimmed.last?.kind == .closeParen
    if isParenthesized || !trimmed.contains(where: { $0.kind == .newline }) { return trimmed }
    return [FormatToken(.openParen, text: "(")] + trimmed + [FormatToken(.closeParen, text: ")")]
  }

  /// `list` as `list(any)` and `"list"` as `list(string)`; nil when there is nothing to change.
  private func type(_ tokens: [FormatToken]) -> [FormatToken]? {
    let isQuoted = tokens.map(\.kind) == [.openQuote, .quotedText, .closeQuote]
    guard isQuoted || tokens.map(\.kind) == [.identifier] else { return nil }
    let word = String(decoding: tokens[isQuoted ? 1 : 0].bytes, as: UTF8.self)
    let kinds: [Token.Kind] = [.identifier, .openParen, .identifier, .closeParen]
    switch word {
    case "list", "map", "set":
      if isQuoted, word == "set" { return nil }
      return zip(kinds, [word, "(", isQuoted ? "string" : "any", ")"]).map { FormatToken($0, text: $1) }
    case "string" where isQuoted:
      return [FormatToken(.identifier, text: word)]
    default: return nil
    }
  }
}
