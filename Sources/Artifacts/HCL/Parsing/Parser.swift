import Basics

/// Recursive descent over the tokens of one text. Every function returns a node, whatever it met; what was wrong is in
/// `diagnostics`. After an error the parser looks for the end of the construct it was in, and stays quiet about
/// consequences (`isRecovering`).
struct Parser {
  let file: String
  let bytes: [UInt8]
  let limits: ParserLimits
  private(set) var diagnostics: [Diagnostic] = []
  var isRecovering = false

  private var tokens: [Token] = []
  private var next = 0
  /// Whether a newline counts as a token; not inside parentheses and brackets.
  private var countsNewlines: [Bool] = [true]
  private var depth = 0

  init(file: String, bytes: [UInt8], limits: ParserLimits) {
    self.file = file
    self.limits = limits
    guard bytes.count <= limits.size else {
      self.bytes = []
      let start = SourcePosition()
      tokens = [Token(kind: .end, start: start, end: start)]
      report(
        "Configuration too large",
        detail:
          "The text has \(bytes.count) bytes; at most \(limits.size) are read. Split it into several files.",
        at: tokens[0])
      return
    }
    self.bytes = bytes
    var lexer = Lexer(bytes, limit: limits.tokens)
    tokens = lexer.tokenize()
    if lexer.isCutShort {
      report(
        "Configuration too large",
        detail: "The text has more than \(limits.tokens) words and symbols. Split it into several files.",
        at: tokens[tokens.count - 1])
    }
    reportInvalidTokens(tokens)
  }

  // MARK: Tokens

  func peek() -> Token { token(at: nextIndex()) }

  var nextKind: Token.Kind { peek().kind }

  @discardableResult
  mutating func read() -> Token {
    let index = nextIndex()
    next = min(index + 1, tokens.count)
    return token(at: index)
  }

  /// The token read last.
  var previous: Token { tokens[max(next - 1, 0)] }

  private func nextIndex() -> Int {
    var index = next
    let newlines = countsNewlines[countsNewlines.count - 1]
    while index < tokens.count {
      switch tokens[index].kind {
      case .comment where !(newlines && endsLine(tokens[index])): index += 1
      case .newline where !newlines: index += 1
      default: return index
      }
    }
    return tokens.count - 1
  }

  /// A line comment holds its newline, so it stands for one.
  private func token(at index: Int) -> Token {
    var token = tokens[index]
    if token.kind == .comment { token.kind = .newline }
    return token
  }

  private func endsLine(_ token: Token) -> Bool {
    token.end.offset > 0 && bytes[token.end.offset - 1] == Ascii.newline
  }

  func text(_ token: Token) -> String {
    String(decoding: bytes[token.start.offset..<token.end.offset], as: UTF8.self)
  }

  func isKeyword(_ keyword: StaticString, token: Token) -> Bool {
    token.kind == .identifier && token.end.offset - token.start.offset == keyword.utf8CodeUnitCount
      && text(token) == keyword.description
  }

  func range(_ token: Token) -> SourceRange {
    SourceRange(file: file, start: token.start, end: token.end)
  }

  func range(_ start: Token, end: Token) -> SourceRange {
    SourceRange(file: file, start: start.start, end: max(start.end, end.end))
  }

  /// Runs `body` with newlines counting as tokens or not.
  mutating func countingNewlines<Result>(_ counts: Bool, body: (inout Parser) -> Result) -> Result {
    countsNewlines.append(counts)
    defer { countsNewlines.removeLast() }
    return body(&self)
  }

  /// Runs `body` one level deeper, or gives `fallback` and ends the text when that is too deep.
  mutating func nested<Result>(_ fallback: Result, body: (inout Parser) -> Result) -> Result {
    depth += 1
    defer { depth -= 1 }
    if depth <= limits.depth { return body(&self) }
    stop(
      "Configuration nested too deeply",
      detail: "More than \(limits.depth) levels are inside one another here.")
    return fallback
  }

  /// Reports the error and skips all that is left.
  mutating func stop(_ summary: String, detail: String) {
    if !isRecovering { report(summary, detail: detail, at: peek()) }
    isRecovering = true
    next = tokens.count
  }

  mutating func report(_ summary: String, detail: String, at token: Token) {
    report(summary, detail: detail, range: range(token))
  }

  mutating func report(_ summary: String, detail: String, range: SourceRange) {
    guard diagnostics.count < limits.diagnostics else { return }
    diagnostics.append(Diagnostic(code: "hcl.syntax", summary: summary, detail: detail, range: range))
  }

  /// As `report`, but quiet about the consequences of an earlier error.
  mutating func reportFirst(_ summary: String, detail: String, at token: Token) {
    if !isRecovering { report(summary, detail: detail, at: token) }
  }

  /// Whether something was wrong since there were `count` diagnostics, and the tokens may be out of step.
  func lostTrack(since count: Int) -> Bool { isRecovering && diagnostics.count > count }
}
