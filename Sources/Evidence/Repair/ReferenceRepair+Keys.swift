import ResourceGraph
import Basics
import HCL

extension ReferenceRepair {
  /// Attributes of instances made by count are taken of one of them, or of all where a list of them stands.
  mutating func repairKeys() {
    for resource in module.resources {
      let index = resource.block.body.attribute("count") != nil ? "count.index" : "0"
      repairKeys(resource.block.body, address: resource.address, index: index)
    }
    for output in module.outputs.values { repairKeys(output.body, address: nil, index: "*") }
  }

  private mutating func repairKeys(_ body: Body, address: String?, index: String) {
    for attribute in body.attributes where !["depends_on", "count", "for_each"].contains(attribute.name) {
      repairKeys(attribute.value, address: address, index: index)
    }
    for block in body.blocks where block.type != "lifecycle" {
      repairKeys(block.body, address: address, index: index)
    }
  }

  private mutating func repairKeys(_ expression: HCLExpression, address: String?, index: String) {
    switch expression.kind {
    case .tuple(let items) where items.count == 1 && index == "0":
      guard case .reference(let reference) = items[0].kind, let place = keyless(reference) else {
        return repairKeys(items[0], address: address, index: index)
      }
      let text = reference.description(inserting: "[*]", at: place)
      let range = expression.range.start.offset..<expression.range.end.offset
      steps.append(
        RepairStep(
          reason: "\(reference) is made several times; the list has all of them.", range: expression.range,
          address: address, splices: [RepairStep.Splice(bytes: range, text: text)]))
    case .reference(let reference):
      guard let place = keyless(reference) else { return }
      let offset = reference.steps[place].range.start.offset
      steps.append(
        RepairStep(
          reason: "\(reference) is made several times; one of them is meant here.", range: expression.range,
          address: address, splices: [RepairStep.Splice(bytes: offset..<offset, text: "[\(index)]")]))
    case .splat: return
    default: for child in expression.children { repairKeys(child, address: address, index: index) }
    }
  }

  /// Where the key of an instance is missing: before which step.
  private func keyless(_ reference: Traversal) -> Int? {
    guard let (target, rest) = reference.resourceTarget, let position = module.resourceIndex[target],
      module.resources[position].block.body.attribute("count") != nil, rest.first?.name != nil
    else { return nil }
    return rest.startIndex
  }
}

extension Traversal {
  fileprivate func description(inserting key: String, at index: Int) -> String {
    let head = Traversal(root: root, rootRange: rootRange, steps: Array(steps[..<index]))
    let tail = steps[index...].compactMap(\.name).map { ".\($0)" }.joined()
    return head.description + key + tail
  }
}
