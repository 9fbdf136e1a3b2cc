/// What a document may cost to read.
package struct YAMLLimits: Hashable, Sendable {
  /// In bytes of UTF-8, for the whole text.
  package var maximumSize: Int
  /// Nesting of mappings and sequences.
  package var maximumDepth: Int

  package init(maximumSize: Int = 4 * 1024 * 1024, maximumDepth: Int = 64) {
    self.maximumSize = maximumSize
    self.maximumDepth = maximumDepth
  }
}
