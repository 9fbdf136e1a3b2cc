import HCL

/// What a reference into a nested block gives. Arguments that the block does not name are filled in by the provider, so that they
/// are unknown and not absent: `vpc_config[0].cluster_security_group_id`.
struct NestedBlockValue {
  private let blocks: Value

  /// - Parameter blocks: the nested blocks of one type, as a list of objects.
  init(_ blocks: Value) {
    self.blocks = blocks
  }

  /// Whether a body has nested blocks of that type.
  static func isBlock(_ name: String, in body: Body) -> Bool {
    body.blocks.contains { $0.type == name || ($0.type == "dynamic" && $0.labels.first == name) }
  }

  /// The value behind all of the steps.
  func value(after steps: ArraySlice<Traversal.Step>) -> Value {
    var value = blocks
    for step in steps {
      switch (step.kind, value) {
      case (.index(let key), .list(let items)):
        // A place that is not there is a mistake in any case, which is for the evaluator to say.
        guard let index = key.integer, items.indices.contains(index) else { return .unknown }
        value = items[index]
      case (.index(let key), .object(let members)):
        guard let name = key.text, let member = members[name] else { return .unknown }
        value = member
      case (.attribute(let name), .object(let members)):
        guard let member = members[name] else { return .unknown }
        value = member
      default: return .unknown
      }
    }
    return Self.opened(value)
  }

  /// The number of nested blocks is known, what else is in them is not.
  private static func opened(_ value: Value) -> Value {
    switch value {
    case .list(let items) where items.contains(where: { $0.members != nil }):
      .list(items.map { _ in .unknown })
    case .object: .unknown
    default: value
    }
  }
}
