/// One argument of a block.
package struct AttributeSchema: Hashable, Sendable {
  /// Who gives it its value.
  package enum Use: Character, Sendable {
    case required = "r"
    case optional = "o"
    /// The configuration, or else the provider.
    case either = "e"
    /// The provider alone; a configuration cannot set it.
    case computed = "c"
  }

  package var use: Use
  package var isSensitive: Bool
  package var isDeprecated: Bool
  package var type: ValueType

  package init(use: Use, isSensitive: Bool, isDeprecated: Bool, type: ValueType) {
    self.use = use
    self.isSensitive = isSensitive
    self.isDeprecated = isDeprecated
    self.type = type
  }
}
