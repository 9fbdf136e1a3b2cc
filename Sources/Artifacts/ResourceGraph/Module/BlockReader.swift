import Basics
import Clouds
import HCL

/// Turns a body into values: arguments by name, nested blocks as lists, `dynamic` blocks expanded where known.
struct BlockReader {
  let evaluator: ModuleEvaluator
  /// `each`, `count` and the iterators of `dynamic` blocks around.
  let each: [String: Value]

  /// The values of the body of a resource, or of another block of the top.
  func members(of body: Body) -> [String: Value] { members(of: body, isNested: false) }

  private func members(of body: Body, isNested: Bool) -> [String: Value] {
    var members: [String: Value] = [:]
    for attribute in body.attributes {
      members[attribute.name] = evaluator.evaluate(attribute.value, each: each)
    }
    // What these hold in a resource are names and words, not values; further inside they are blocks as any: a
    // rule of a backup plan has a lifecycle.
    for block in body.blocks where isNested || (block.type != "lifecycle" && block.type != "provisioner") {
      if block.type == "dynamic", let name = block.labels.first {
        add(dynamicBlocks(block, name: name), to: &members[name])
      } else {
        add([.object(self.members(of: block.body, isNested: true))], to: &members[block.type])
      }
    }
    return members
  }

  /// Nil for blocks of unknown number, which makes the whole unknown.
  private func add(_ blocks: [Value]?, to member: inout Value?) {
    switch (member, blocks) {
    // A `dynamic` block without an element is no block.
    case (nil, let blocks?) where blocks.isEmpty: break
    case (_, nil), (.unknown, _): member = .unknown
    case (.list(let before), let blocks?): member = .list(before + blocks)
    case (_, let blocks?): member = .list(blocks)
    }
  }

  private func dynamicBlocks(_ block: Block, name: String) -> [Value]? {
    guard let forEach = block.body.attribute("for_each"), let content = block.body.blocks("content").first
    else {
      return []
    }
    let pairs: [(key: Value, value: Value)]
    switch evaluator.evaluate(forEach.value, each: each) {
    case .list(let items): pairs = items.enumerated().map { (.number(Double($0.offset)), $0.element) }
    case let value:
      guard let members = value.members else { return nil }
      pairs = members.map { (.string($0.key), $0.value) }
    }
    guard pairs.count <= 500 else { return nil }
    var iterator = name
    if case .reference(let traversal)? = block.body.attribute("iterator")?.value.kind {
      iterator = traversal.root
    }
    return pairs.map { key, value in
      var inner = each
      inner[iterator] = .object(["key": key, "value": value])
      return .object(BlockReader(evaluator: evaluator, each: inner).members(of: content.body, isNested: true))
    }
  }

  /// Which argument refers to which resource.
  func references(of body: Body, path: String = "") -> [Reference] {
    var found: [Reference] = []
    for attribute in body.attributes {
      let keys = keys(in: attribute.value)
      for traversal in evaluator.references(attribute.value) {
        guard let (target, rest) = traversal.referenceTarget else { continue }
        found.append(
          Reference(
            path: path + attribute.name, target: target, attribute: rest.lazy.compactMap(\.name).first,
            isWhole: evaluator.isReference(attribute.value),
            key: keys[traversal.range] ?? Self.key(rest.first)))
      }
    }
    for block in body.blocks {
      // What stands in a block that is not made refers to nothing.
      if block.type == "dynamic", dynamicBlocks(block, name: block.labels.first ?? "")?.isEmpty == true {
        continue
      }
      let name = block.type == "dynamic" ? block.labels.first ?? block.type : block.type
      let inner = block.type == "content" ? path : path + name + "."
      found += references(of: block.body, path: inner)
    }
    return found
  }

  /// The keys of instances that an expression works out, such as `count.index`, by the place of the reference before them.
  private func keys(in expression: HCLExpression) -> [SourceRange: Value] {
    var keys: [SourceRange: Value] = [:]
    if case .index(let source, let key) = expression.kind, case .reference(let traversal) = source.kind {
      let value = evaluator.evaluate(key, each: each)
      if !value.isUnknown, !value.isNull { keys[traversal.range] = value }
    }
    for child in expression.children { keys.merge(self.keys(in: child)) { first, _ in first } }
    return keys
  }

  private static func key(_ step: Traversal.Step?) -> Value? {
    guard case .index(let key)? = step?.kind else { return nil }
    return key
  }

  /// The JSON document that an expression writes, with unknown for what is not known yet; nil when it writes none.
  func document(_ expression: HCLExpression) -> Value? {
    switch expression.kind {
    case .wrapped(let inner), .parentheses(let inner): return document(inner)
    case .call(let call) where call.name == "jsonencode" && call.arguments.count == 1:
      return evaluator.evaluate(call.arguments[0], each: each)
    case .template:
      return template(expression)
    case .reference(let traversal):
      return referredDocument(traversal)
    default: return nil
    }
  }

  private func referredDocument(_ traversal: Traversal) -> Value? {
    if traversal.root == "local", let name = traversal.steps.first?.name, traversal.steps.count == 1 {
      return evaluator.module.locals[name].flatMap { attribute in
        if case .reference = attribute.value.kind { return nil }
        return document(attribute.value)
      }
    }
    guard let (target, _) = traversal.resourceTarget, traversal.steps.last?.name == "json",
      let index = evaluator.module.resourceIndex[target]
    else { return nil }
    let resource = evaluator.module.resources[index]
    guard resource.kind == .data, CloudCatalog.current.isPolicyDocument(resource.type) else { return nil }
    return PolicyDocument.value(of: .object(members(of: resource.block.body)))
  }

  /// A template is read with a mark where something is unknown, and what holds the mark is unknown again.
  private func template(_ expression: HCLExpression) -> Value? {
    var reader = evaluator.makeEvaluator(each: each)
    reader.placeholder = Self.mark
    guard case .string(let text) = evaluator.counted(&reader, expression: expression),
      let first = text.first(where: { !$0.isWhitespace }), first == "{" || first == "["
    else { return nil }
    return Value(json: text).map(Self.unmarked)
  }

  private static let mark = "\u{E000}unknown\u{E000}"

  private static func unmarked(_ value: Value) -> Value {
    switch value {
    case .string(let text): text.contains(mark) ? .unknown : value
    case .list(let items): .list(items.map(unmarked))
    case .object(let members): .object(members.mapValues(unmarked))
    default: value
    }
  }
}
