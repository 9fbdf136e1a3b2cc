import HCL

extension ModuleEvaluator {
  /// The resources of the modules that are called, with what the calls give to their variables. Of a call with count or
  /// for_each they are there once.
  func childResources() -> [Resource] {
    module.children.sorted { $0.key < $1.key }.flatMap { name, child -> [Resource] in
      guard let call = module.calls[name] else { return [] }
      let isRepeated = call.body.attribute("count") != nil || call.body.attribute("for_each") != nil
      let each: [String: Value] = isRepeated ? ["count": .unknown, "each": .unknown] : [:]
      var inputs: [String: Value] = [:]
      for attribute in call.body.attributes where child.variables[attribute.name] != nil {
        inputs[attribute.name] = evaluate(attribute.value, each: each)
      }
      let evaluator = ModuleEvaluator(child, inputs: inputs)
      return (evaluator.resources() + evaluator.childResources()).map { $0.inside("module.\(name).") }
    }
  }
}

extension Resource {
  fileprivate func inside(_ prefix: String) -> Resource {
    var resource = self
    resource.address = prefix + address
    resource.modulePrefix = prefix + modulePrefix
    resource.references = references.map { reference in
      var reference = reference
      reference.target = prefix + reference.target
      return reference
    }
    return resource
  }
}
