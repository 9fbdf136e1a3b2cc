import Basics

/// What stands between the braces of a block, or a whole file.
package struct Body: Hashable, Sendable {
  /// In source order; a name occurs once, a second definition is a diagnostic.
  package var attributes: [Attribute]
  /// In source order.
  package var blocks: [Block]
  package var range: SourceRange

  package init(attributes: [Attribute] = [], blocks: [Block] = [], range: SourceRange) {
    self.attributes = attributes
    self.blocks = blocks
    self.range = range
  }

  /// The argument of that name.
  package func attribute(_ name: String) -> Attribute? {
    attributes.first { $0.name == name }
  }

  /// The nested blocks of that type, in source order.
  package func blocks(_ type: String) -> [Block] {
    blocks.filter { $0.type == type }
  }
}
