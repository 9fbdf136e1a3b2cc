import Basics

extension HCLExpression {
  /// The same expression with everything in it at one place: that of the text it was read from.
  func placed(at range: SourceRange) -> HCLExpression {
    func place(_ expression: HCLExpression) -> HCLExpression { expression.placed(at: range) }
    let kind: Kind =
      switch self.kind {
      case .literal, .element, .invalid: self.kind
      case .template(let parts): .template(parts.map(place))
      case .wrapped(let inner): .wrapped(place(inner))
      case .joined(let inner): .joined(place(inner))
      case .reference(let traversal): .reference(traversal.placed(at: range))
      case .relative(let source, let steps):
        .relative(place(source), steps.map { Traversal.Step($0.kind, range: range) })
      case .index(let source, let key): .index(place(source), key: place(key))
      case .splat(let source, let each): .splat(source: place(source), each: place(each))
      case .call(let call):
        .call(
          FunctionCall(
            name: call.name, nameRange: range, arguments: call.arguments.map(place),
            expandsLast: call.expandsLast))
      case .unary(let symbol, let operand): .unary(symbol, place(operand))
      case .binary(let symbol, let left, let right): .binary(symbol, place(left), place(right))
      case .conditional(let condition, let yes, let no):
        .conditional(place(condition), then: place(yes), otherwise: place(no))
      case .tuple(let items): .tuple(items.map(place))
      case .object(let items): .object(items.map { ObjectItem(key: place($0.key), value: place($0.value)) })
      case .for(let loop):
        .for(
          ForExpression(
            keyName: loop.keyName, valueName: loop.valueName, collection: place(loop.collection),
            key: loop.key.map(place), value: place(loop.value), condition: loop.condition.map(place),
            groups: loop.groups, makesObject: loop.makesObject))
      case .parentheses(let inner): .parentheses(place(inner))
      }
    return HCLExpression(kind, range: range)
  }
}

extension Traversal {
  fileprivate func placed(at range: SourceRange) -> Traversal {
    Traversal(root: root, rootRange: range, steps: steps.map { Step($0.kind, range: range) })
  }
}
