import HCL

extension ModuleEvaluator {
  /// The blocks that are no resources, as something rules can look at.
  package func configuration() -> [Resource] {
    var found: [Resource] = []
    func add(_ block: Block, address: String, name: String) {
      let reader = BlockReader(evaluator: self, each: [:])
      found.append(
        Resource(
          kind: .configuration, address: address, type: block.type, name: name,
          attributes: .object(reader.members(of: block.body)), references: reader.references(of: block.body),
          range: block.headerRange))
    }
    for block in module.settings { add(block, address: "terraform", name: "terraform") }
    for block in module.providers {
      let alias = block.body.attribute("alias")?.value.literalString.map { ".\($0)" } ?? ""
      add(block, address: "provider.\(block.labels[0])\(alias)", name: block.labels[0])
    }
    for (name, block) in module.variables.sorted(by: { $0.key < $1.key }) {
      add(block, address: "var.\(name)", name: name)
    }
    for (name, block) in module.outputs.sorted(by: { $0.key < $1.key }) {
      add(block, address: "output.\(name)", name: name)
    }
    for (name, block) in module.calls.sorted(by: { $0.key < $1.key }) {
      add(block, address: "module.\(name)", name: name)
    }
    return found
  }
}
