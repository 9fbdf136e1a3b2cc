/// What a document may cost to read.
package struct YAMLLimits: Hashable, Sendable {
  /// In bytes of UTF-8, for the whole text.
  package var maximumSize: Int
  /// Nesting of mappings and sequences.
  package var maximumDepth: Int
  /// Values that may come out of the text, counting what aliases repeat.
  package var maximumNodes: Int

  package init(maximumSize: Int = 4 * 1024 * 1024, maximumDepth: Int = 64, maximumNodes: Int = 1_000_000) {
    self.maximumNodes = maximumNodes
    self.maximumSize = maximumSize
    self.maximumDepth = maximumDepth
  }
}
