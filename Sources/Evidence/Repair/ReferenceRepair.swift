import ProviderSchemas
import ResourceGraph
import Validation
import Basics
import HCL

/// Mends references to what is not declared, and to attributes that do not exist, where the target is plain.
struct ReferenceRepair {
  let module: Module
  var steps: [RepairStep] = []
  private var declared: Set<String> = []

  init(_ module: Module) {
    self.module = module
  }

  mutating func repair(_ schemas: [String: ProviderSchema], providers: ProviderNames) {
    for resource in module.resources { repair(resource.block.body, address: resource.address) }
    for block in Array(module.outputs.values) + module.providers + module.calls.values {
      repair(block.body, address: nil)
    }
    for local in module.locals.values { repair(local.value, address: nil, bound: []) }
    let attributes = AttributeCheck(module, schemas: schemas, providers: providers)
    steps += attributes.suggestions()
    for (reference, address) in attributes.unknown() {
      guard let (target, rest) = reference.resourceTarget, let index = module.resourceIndex[target] else {
        continue
      }
      if let output = module.outputs.values.first(where: { $0.range.encloses(reference.range) }) {
        replace(
          output.range, text: "",
          reason: "The output \"\(output.labels[0])\" was removed: \(reference) does not exist.",
          address: nil, isLossy: true)
        continue
      }
      becomeVariable(
        reference, name: module.resources[index].name, attribute: rest.first?.name, address: address)
    }
    repairKeys()
  }

  private mutating func repair(_ body: Body, address: String?, bound: Set<String> = []) {
    for attribute in body.attributes where !["provider", "providers"].contains(attribute.name) {
      if attribute.name == "depends_on" {
        repairDependencies(attribute, address: address)
        continue
      }
      repair(attribute.value, address: address, bound: bound)
    }
    for block in body.blocks where block.type != "lifecycle" && block.type != "provisioner" {
      let inner = block.type == "dynamic" ? bound.union(block.labels) : bound
      repair(block.body, address: address, bound: inner)
    }
  }

  private mutating func repair(_ expression: HCLExpression, address: String?, bound: Set<String>) {
    for reference in expression.references where !bound.contains(reference.root) {
      switch reference.root {
      case "var": repairVariable(reference, address: address)
      case "local": repairLocal(reference, address: address)
      default: repairResource(reference, address: address)
      }
    }
  }

  /// Waiting for what there is not is waiting for nothing.
  private mutating func repairDependencies(_ attribute: Attribute, address: String?) {
    guard case .tuple(let items) = attribute.value.kind else { return }
    let present = items.filter { item in
      guard case .reference(let reference) = item.kind, let (target, _) = reference.resourceTarget else {
        return true
      }
      return module.resourceIndex[target] != nil
    }
    if present.count == items.count { return }
    let list = present.compactMap { item -> String? in
      if case .reference(let reference) = item.kind { reference.description } else { nil }
    }
    replace(
      attribute.value.range, text: "[\(list.joined(separator: ", "))]",
      reason: "\"depends_on\" named what is not declared.", address: address, isLossy: true)
  }

  private mutating func repairVariable(_ reference: Traversal, address: String?) {
    guard let step = reference.steps.first, let name = step.name, module.variables[name] == nil else {
      return
    }
    if let near = nearestName(to: name, among: module.variables.keys) {
      rename(step, name: near, reason: "var.\(name) became var.\(near), which is declared.", address: address)
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

  private mutating func repairLocal(_ reference: Traversal, address: String?) {
    guard let step = reference.steps.first, let name = step.name, module.locals[name] == nil,
      let near = nearestName(to: name, among: module.locals.keys)
    else { return }
    rename(
      step, name: near, reason: "local.\(name) became local.\(near), which is declared.", address: address)
  }

  /// The resource of a similar name, the only one of the type, a data source that needs nothing, or a variable.
  private mutating func repairResource(_ reference: Traversal, address: String?) {
    guard let (target, rest) = reference.resourceTarget, module.resourceIndex[target] == nil else { return }
    let isData = reference.root == "data"
    let type = isData ? reference.steps[0].name ?? "" : reference.root
    let step = reference.steps[isData ? 1 : 0]
    let names = module.resources.filter {
      $0.type == type && ($0.kind == .data) == isData && $0.address != address
    }
    .map(\.name)
    let only = names.count == 1 ? names.first : nil
    guard let name = step.name else { return }
    if let near = nearestName(to: name, among: names) ?? only {
      rename(
        step, name: near, reason: "\(type).\(name) became \(type).\(near), which is declared.",
        address: address)
    } else if isData, module.resourceIndex["\(type).\(name)"] != nil {
      replace(
        reference.rootRange.joined(with: reference.steps[0].range), text: type,
        reason: "\(target) is declared as a resource, not as a data source.", address: address)
    } else if !isData, module.resourceIndex["data.\(target)"] != nil {
      replace(
        reference.rootRange, text: "data.\(type)", reason: "\(target) is declared as a data source.",
        address: address)
    } else if let arguments = RepairDefaults.shipped.companions[type] {
      declare(type, name: name, arguments: arguments, reference: reference, address: address)
    } else if type.contains("_") {
      becomeVariable(reference, name: name, attribute: rest.first?.name, address: address)
    }
  }

  /// Declares the data source, and reads it as one.
  private mutating func declare(
    _ type: String, name: String, arguments: String, reference: Traversal, address: String?
  ) {
    var splices: [RepairStep.Splice] = []
    if declared.insert("data.\(type).\(name)").inserted {
      let body = arguments.isEmpty ? "" : "\n  \(arguments)\n"
      splices.append(
        RepairStep.Splice(bytes: 0..<0, text: "data \"\(type)\" \"\(name)\" {\(body)}\n\n"))
    }
    if reference.root != "data" {
      let start = reference.rootRange.start.offset
      splices.append(RepairStep.Splice(bytes: start..<start, text: "data."))
    }
    steps.append(
      RepairStep(
        reason: "The data source \(type).\(name), which needs no arguments, was declared.",
        range: reference.range, address: address, splices: splices))
  }

  /// What the configuration does not have is somewhere else: a person says where.
  mutating func becomeVariable(
    _ reference: Traversal, name: String, attribute: String?, address: String?
  ) {
    let base = [name, attribute].compactMap { $0 }.joined(separator: "_")
    let isTaken = module.variables[base] != nil && !declared.contains(base)
    let variable = isTaken ? "\(base)_value" : base
    let end = reference.steps.prefix { $0.name != nil }.last?.range ?? reference.rootRange
    var splices: [RepairStep.Splice] = []
    if module.variables[variable] == nil, declared.insert(variable).inserted {
      let text =
        "variable \"\(variable)\" {\n  description = \"Stands for \(reference.description.plain)\"\n}\n\n"
      splices.append(RepairStep.Splice(bytes: 0..<0, text: text))
    }
    let range = reference.rootRange.joined(with: end)
    splices.append(
      RepairStep.Splice(bytes: range.start.offset..<range.end.offset, text: "var.\(variable)"))
    steps.append(
      RepairStep(
        reason: "\(reference.description) is not declared and became an input variable.",
        range: reference.range, address: address, splices: splices))
  }

  private mutating func replace(
    _ range: SourceRange, text: String, reason: String, address: String?, isLossy: Bool = false
  ) {
    let splice = RepairStep.Splice(bytes: range.start.offset..<range.end.offset, text: text)
    steps.append(
      RepairStep(reason: reason, range: range, address: address, isLossy: isLossy, splices: [splice]))
  }

  private mutating func rename(_ step: Traversal.Step, name: String, reason: String, address: String?) {
    let splice = RepairStep.Splice(bytes: step.range.start.offset..<step.range.end.offset, text: ".\(name)")
    steps.append(RepairStep(reason: reason, range: step.range, address: address, splices: [splice]))
  }
}

extension SourceRange {
  fileprivate func encloses(_ other: SourceRange) -> Bool {
    file == other.file && start <= other.start && other.end <= end
  }
}

extension String {
  /// Fit for the text of a quoted string.
  fileprivate var plain: String { filter { !"\"\\${}%".contains($0) } }
}
