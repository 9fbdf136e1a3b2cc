import Basics
import HCL

/// Mends references to what is not declared, and to attributes that do not exist, where the target is plain.
struct ReferenceRepair {
  private let module: Module
  private(set) var steps: [RepairStep] = []
  private var declared: Set<String> = []

  init(_ module: Module) {
    self.module = module
  }

  mutating func mend(_ schemas: [String: ProviderSchema], _ providers: ProviderNames) {
    for resource in module.resources { mend(resource.block.body, resource.address) }
    for block in Array(module.outputs.values) + module.providers + module.calls.values {
      mend(block.body, nil)
    }
    for local in module.locals.values { mend(local.value, nil, bound: []) }
    let attributes = AttributeCheck(module, schemas, providers)
    for found in attributes.suggestions() { steps.append(found) }
  }

  private mutating func mend(_ body: Body, _ address: String?, bound: Set<String> = []) {
    for attribute in body.attributes where !["provider", "providers"].contains(attribute.name) {
      mend(attribute.value, address, bound: bound)
    }
    for block in body.blocks where block.type != "lifecycle" && block.type != "provisioner" {
      let inner = block.type == "dynamic" ? bound.union(block.labels) : bound
      mend(block.body, address, bound: inner)
    }
  }

  private mutating func mend(_ expression: HCLExpression, _ address: String?, bound: Set<String>) {
    for reference in expression.references where !bound.contains(reference.root) {
      switch reference.root {
      case "var": mendVariable(reference, address)
      case "local": mendLocal(reference, address)
      default: mendResource(reference, address)
      }
    }
  }

  private mutating func mendVariable(_ reference: Traversal, _ address: String?) {
    guard let step = reference.steps.first, let name = step.name, module.variables[name] == nil else {
      return
    }
    if let near = nearestName(to: name, among: module.variables.keys) {
      rename(step, near, "var.\(name) became var.\(near), which is declared.", address)
    } else if declared.insert(name).inserted {
      // Declared at the start of the file: the value is then asked for.
      let start = RepairStep.Splice(bytes: 0..<0, text: "variable \"\(name)\" {}\n\n")
      steps.append(
        RepairStep(
          reason: "The variable \"\(name)\" was declared; it needs a value.", range: reference.range,
          address: address,
          splices: [start]))
    }
  }

  private mutating func mendLocal(_ reference: Traversal, _ address: String?) {
    guard let step = reference.steps.first, let name = step.name, module.locals[name] == nil,
      let near = nearestName(to: name, among: module.locals.keys)
    else { return }
    rename(step, near, "local.\(name) became local.\(near), which is declared.", address)
  }

  /// The resource of a similar name, or the only one of the type.
  private mutating func mendResource(_ reference: Traversal, _ address: String?) {
    guard let (target, _) = reference.resourceTarget, module.resourceIndex[target] == nil else { return }
    let isData = reference.root == "data"
    let index = isData ? 1 : 0
    let type = isData ? reference.steps[0].name ?? "" : reference.root
    let step = reference.steps[index]
    let names = module.resources.filter {
      $0.type == type && ($0.kind == .data) == isData && $0.address != address
    }
    .map(\.name)
    let only = names.count == 1 ? names.first : nil
    guard let name = step.name, let near = nearestName(to: name, among: names) ?? only else { return }
    rename(step, near, "\(type).\(name) became \(type).\(near), which is declared.", address)
  }

  private mutating func rename(_ step: Traversal.Step, _ name: String, _ reason: String, _ address: String?) {
    let splice = RepairStep.Splice(bytes: step.range.start.offset..<step.range.end.offset, text: ".\(name)")
    steps.append(RepairStep(reason: reason, range: step.range, address: address, splices: [splice]))
  }
}
