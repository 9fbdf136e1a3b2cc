extension HCLExpression {
  /// Every name this expression refers to, in source order; names bound by its own `for` are not references.
  package var references: [Traversal] {
    var found: [Traversal] = []
    collectReferences(into: &found, bound: [])
    return found
  }

  private func collectReferences(into found: inout [Traversal], bound: Set<String>) {
    switch kind {
    case .reference(let traversal):
      if !bound.contains(traversal.root) { found.append(traversal) }
    case .object(let items):
      for item in items {
        if item.literalKey == nil { item.key.collectReferences(into: &found, bound: bound) }
        item.value.collectReferences(into: &found, bound: bound)
      }
    case .for(let loop):
      loop.collection.collectReferences(into: &found, bound: bound)
      let inner = bound.union([loop.valueName, loop.keyName ?? loop.valueName])
      for part in [loop.key, loop.value, loop.condition] {
        part?.collectReferences(into: &found, bound: inner)
      }
    default:
      for child in children { child.collectReferences(into: &found, bound: bound) }
    }
  }

  /// The expressions directly inside this one, in source order.
  package var children: [HCLExpression] {
    switch kind {
    case .literal, .reference, .element, .invalid: []
    case .template(let parts), .tuple(let parts): parts
    case .wrapped(let inner), .joined(let inner), .parentheses(let inner), .unary(_, let inner): [inner]
    case .relative(let source, _): [source]
    case .index(let source, let key): [source, key]
    case .splat(let source, let each): [source, each]
    case .call(let call): call.arguments
    case .binary(_, let left, let right): [left, right]
    case .conditional(let condition, let yes, let no): [condition, yes, no]
    case .object(let items): items.flatMap { [$0.key, $0.value] }
    case .for(let loop): [loop.collection, loop.key, loop.value, loop.condition].compactMap { $0 }
    }
  }

  /// The references that `try` and `can` take: where evaluating them fails, that is caught.
  package var caughtReferences: [Traversal] {
    calls.filter { ["try", "can"].contains($0.name) }.flatMap { $0.arguments.flatMap(\.references) }
  }

  /// Every function call in this expression, outermost first.
  package var calls: [FunctionCall] {
    var found: [FunctionCall] = []
    if case .call(let call) = kind { found.append(call) }
    for child in children { found += child.calls }
    return found
  }
}
