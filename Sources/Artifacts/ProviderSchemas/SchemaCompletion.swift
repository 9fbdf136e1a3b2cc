/// Takes from a whole schema of one version what the shape of another version does not tell.
///
/// Bindings write some blocks as arguments and leave out arguments deep inside of others; they mark every argument that may
/// be set as one that the provider fills in, too; and they know no limit of blocks but one.
struct SchemaCompletion {
  /// Nil where no whole schema of the provider is here.
  let base: ProviderSchema?

  /// Who gives an argument its value.
  func use(_ shape: AttributeSchema.Use, known: AttributeSchema.Use, isOutermost: Bool) -> AttributeSchema.Use
  {
    switch (shape, known) {
    // What may be set is told by the shape; whether it is filled in otherwise, by what is known.
    case (.either, .optional), (.either, .either): known
    // Deep inside, shapes call arguments required that are not.
    case (.required, .optional) where !isOutermost, (.required, .either) where !isOutermost: known
    default: shape
    }
  }

  /// The arguments of a block that the shape has not, and that are still there: an outermost one that was marked as
  /// deprecated, or could be set, is gone in the later version; what is deeper the bindings leave out.
  func rest(of block: BlockSchema, given: Set<String>, isOutermost: Bool) -> [(String, String)] {
    block.attributes.filter { name, attribute in
      !given.contains(name) && !(isOutermost && (attribute.isDeprecated || attribute.use != .computed))
    }.map { ($0.key, ":\($0.value.compact)") }
  }

  /// The nested blocks that the shape has not, and that are still there. The bindings write some outermost ones as
  /// arguments; what they do not have at all is gone.
  /// - Parameter written: the names that the shape has as arguments.
  func restBlocks(of block: BlockSchema, given: Set<String>, written: Set<String>, isOutermost: Bool)
    -> [(String, BlockSchema.NestedBlock)]
  {
    block.blocks.filter { !given.contains($0.key) && (!isOutermost || written.contains($0.key)) }
      .map { ($0.key, $0.value) }
  }
}

extension AttributeSchema {
  /// As the compact text of a schema writes it.
  var compact: String { "\(use.rawValue)\(isSensitive ? "!" : "")\(isDeprecated ? "~" : "")\(type.compact)" }
}

extension ValueType {
  /// As the compact text of a schema writes it.
  fileprivate var compact: String {
    switch self {
    case .string: "s"
    case .number: "n"
    case .bool: "b"
    case .dynamic: "d"
    case .list(let element): "L\(element.compact)"
    case .set(let element): "S\(element.compact)"
    case .map(let element): "M\(element.compact)"
    case .tuple(let types): "[\(types.map(\.compact).joined(separator: ","))]"
    case .object(let members):
      "{\(members.sorted { $0.key < $1.key }.map { "\($0.value.isOptional ? "?" : "")\($0.key):\($0.value.type.compact)" }.joined(separator: ","))}"
    }
  }
}
