import HCL

extension ModuleEvaluator {
  /// The blocks that are no resources, as something rules can look at.
  package func configuration() -> [Resource] {
    var found: [Resource] = []
    func add(_ block: Block, _ address: String, _ name: String) {
      let reader = BlockReader(evaluator: self, each: [:])
      found.append(
        Resource(
          kind: .configuration, address: address, type: block.type, name: name,
          attributes: .object(reader.members(of: block.body)), references: reader.references(of: block.body),
          range: block.headerRange))
    }
    for block in module.settings { add(block, "terraform", "terraform") }
    for block in module.providers {
      let alias = block.body.attribute("alias")?.value.literalString.map { ".\($0)" } ?? ""
      add(block, "provider.\(block.labels[0])\(alias)", block.labels[0])
    }
    for (name, block) in module.variables.sorted(by: { $0.key < $1.key }) { add(block, "var.\(name)", name) }
    for (name, block) in module.outputs.sorted(by: { $0.key < $1.key }) { add(block, "output.\(name)", name) }
    for (name, block) in module.calls.sorted(by: { $0.key < $1.key }) { add(block, "module.\(name)", name) }
    return found
  }
}
