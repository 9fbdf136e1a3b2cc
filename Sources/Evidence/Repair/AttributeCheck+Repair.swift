import ResourceGraph
import Validation
import Basics
import HCL

extension AttributeCheck {
  /// For each reference to an attribute of a similar name, the repair.
  func suggestions() -> [RepairStep] {
    references().compactMap { reference, address in
      guard let (step, near) = successor(of: reference), let name = step.name else { return nil }
      let splice = RepairStep.Splice(bytes: step.range.start.offset..<step.range.end.offset, text: ".\(near)")
      return RepairStep(
        reason: "The attribute \"\(name)\" became \"\(near)\", which exists.", range: step.range,
        address: address, splices: [splice])
    }
  }

  /// The references to attributes that do not exist, and are like none that do, with the address they stand in.
  func unknown() -> [(reference: Traversal, address: String?)] {
    references().filter { unknownAttribute($0.reference) != nil && successor(of: $0.reference) == nil }
  }

  private func successor(of reference: Traversal) -> (step: Traversal.Step, name: String)? {
    guard let (step, names) = unknownAttribute(reference), let name = step.name else { return nil }
    if let near = nearestName(to: name, among: names) { return (step, near) }
    let shorter = names.filter { name.hasSuffix("_\($0)") }.max { $0.count < $1.count }
    if let shorter { return (step, shorter) }
    let longer = names.filter { $0.hasSuffix("_\(name)") }
    // `name` of a function is its `function_name`, whatever other names it has.
    let own = longer.filter { reference.resourceType.contains("_\($0.dropLast(name.count + 1))") }
    let chosen = own.count == 1 ? own : longer
    return chosen.count == 1 ? chosen.first.map { (step, $0) } : nil
  }

  private func references() -> [(reference: Traversal, address: String?)] {
    let resources = module.resources.flatMap { resource in
      resource.block.body.allReferences.map { ($0, Optional(resource.address)) }
    }
    let blocks = Array(module.outputs.values) + module.providers
    let others = blocks.flatMap(\.body.allReferences) + module.locals.values.flatMap(\.value.references)
    return resources + others.map { ($0, nil) }
  }
}

extension Traversal {
  /// `aws_vpc` of `aws_vpc.main.id` and of `data.aws_vpc.main.id`.
  fileprivate var resourceType: String { root == "data" ? steps.first?.name ?? "" : root }
}
