/// The arguments and nested blocks that a block may have.
package struct BlockSchema: Sendable {
  package var attributes: [String: AttributeSchema]
  package var blocks: [String: NestedBlock]

  package init(attributes: [String: AttributeSchema], blocks: [String: NestedBlock]) {
    self.attributes = attributes
    self.blocks = blocks
  }

  /// Whether it has neither arguments nor blocks.
  package var isEmpty: Bool { attributes.isEmpty && blocks.isEmpty }

  /// A block inside the block, and how often it may stand there.
  package struct NestedBlock: Hashable, Sendable {
    /// How several of them are kept.
    package enum Nesting: Character, Sendable {
      case single = "s"
      case list = "l"
      case set = "t"
      case map = "m"
      case group = "g"
    }
    package var nesting: Nesting
    package var minimum: Int
    /// 0 for any number.
    package var maximum: Int
    /// False where the schema does not say whether there is a limit.
    package var hasKnownLimit: Bool
    /// Where its own schema stands, for `ProviderSchema.block(_:)`.
    var offset: Int
  }
}
