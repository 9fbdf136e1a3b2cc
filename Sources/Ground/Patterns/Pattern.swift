/// A regular expression in the syntax of RE2, which Kubernetes uses, matched in time that grows with the text and not with
/// what the expression could try: there is no backtracking, so that a foreign one cannot stop the program.
///
/// Read are characters, `.`, classes (`[a-z]`, `[^…]`, `[[:alpha:]]`, `\d \w \s` and their denials, `\pL`), groups (named
/// and `(?:…)`, `(?i)`, `(?s)`), `|`, `* + ? {m,n}` and their lazy forms, `^ $ \A \z \b \B`.
package struct Pattern: Hashable, Sendable {
  /// As it was written.
  package let source: String
  private let program: [Instruction]

  /// - Throws: `PatternError` where the expression is none, is longer than what is read, or repeats too much.
  package init(_ source: String) throws(PatternError) {
    self.source = source
    var parser = PatternParser(source)
    let tree = try parser.parse()
    var compiler = PatternCompiler()
    program = try compiler.compile(tree)
  }

  /// Whether some part of the text matches.
  package func matches(_ text: String) -> Bool { firstMatch(in: Array(text.unicodeScalars)) != nil }

  /// The first of the longest-by-preference matches at or after a place.
  /// - Returns: places among the scalars, nil where there is none.
  package func firstMatch(in text: [Unicode.Scalar], from start: Int = 0) -> Range<Int>? {
    PatternMachine(program: program, text: text).match(from: start)
  }
}
