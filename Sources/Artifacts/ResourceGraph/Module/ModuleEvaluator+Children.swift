import HCL

extension ModuleEvaluator {
  /// More instances of a call than this are not made one by one.
  private static let callLimit = 100

  /// The resources of the modules that are called, with what the calls give to their variables. Of a call whose instances
  /// are not known they are there once.
  package func childResources() -> [Resource] {
    module.children.sorted { $0.key < $1.key }.flatMap { name, child -> [Resource] in
      guard let call = module.calls[name] else { return [] }
      return instances(of: call).flatMap { suffix, each -> [Resource] in
        let evaluator = evaluator(of: child, name: name, call: call, suffix: suffix, each: each)
        return (evaluator.resources() + evaluator.childResources()).map {
          $0.inside("module.\(name)\(suffix).")
        }
      }
    }
  }

  /// The evaluator of one instance of a call, with what the call gives to its variables.
  func evaluator(
    of child: Module, name: String, call: Block, suffix: String, each: [String: Value]
  ) -> ModuleEvaluator {
    var inputs: [String: Value] = [:]
    for attribute in call.body.attributes where child.variables[attribute.name] != nil {
      inputs[attribute.name] = evaluate(attribute.value, each: each)
    }
    return ModuleEvaluator(
      child, inputs: inputs, steps: steps, names: names, prefix: "\(prefix)module.\(name)\(suffix).")
  }

  /// What stands behind the name of each instance of a call, `[0]`, and what `count` and `each` are in it.
  private func instances(of call: Block) -> [(suffix: String, each: [String: Value])] {
    let unknown: [String: Value] = ["count": .unknown, "each": .unknown]
    if let count = call.body.attribute("count") {
      guard let number = evaluate(count.value).integer, number <= Self.callLimit else {
        return [("", unknown)]
      }
      return (0..<max(number, 0)).map { ("[\($0)]", ["count": .object(["index": .number(Double($0))])]) }
    }
    guard let forEach = call.body.attribute("for_each") else { return [("", [:])] }
    let members: [(key: String, value: Value)]
    switch evaluate(forEach.value) {
    case .object(let pairs): members = pairs.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    case .list(let items) where items.allSatisfy({ $0.text != nil }):
      members = items.compactMap(\.text).map { ($0, .string($0)) }
    default: return [("", unknown)]
    }
    guard members.count <= Self.callLimit else { return [("", unknown)] }
    return members.map { key, value in
      ("[\(Value.string(key).source)]", ["each": .object(["key": .string(key), "value": value])])
    }
  }
}

extension Resource {
  fileprivate func inside(_ prefix: String) -> Resource {
    var resource = self
    resource.address = prefix + address
    resource.modulePrefix = prefix + modulePrefix
    resource.references = references.map { $0.inside(prefix) }
    return resource
  }
}

extension Block {
  /// Whether a variable is declared as a text.
  var isText: Bool {
    guard case .reference(let traversal)? = body.attribute("type")?.value.kind else { return false }
    return traversal.root == "string" && traversal.steps.isEmpty
  }
}
