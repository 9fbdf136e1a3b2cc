/// What a text may cost; beyond it parsing stops with a diagnostic, at once.
package struct ParserLimits: Sendable {
  /// Blocks, brackets, operators and templates inside one another.
  package var depth: Int
  /// UTF-8 bytes.
  package var size: Int
  /// Operators of one chain `a + b + …`.
  package var chain: Int
  /// Words and symbols.
  package var tokens: Int
  /// Errors reported for one text.
  package var diagnostics: Int

  package init(
    depth: Int = 256, size: Int = 4 << 20, chain: Int = 1024, tokens: Int = 1_000_000,
    diagnostics: Int = 100
  ) {
    self.depth = depth
    self.size = size
    self.chain = chain
    self.tokens = tokens
    self.diagnostics = diagnostics
  }

  package static let standard = ParserLimits()
}
