import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Gives resources of a type that does not exist the one that was meant, and follows with all references.
struct TypeRepair {
  private(set) var steps: [RepairStep] = []

  init(_ module: Module, schemas: [String: ProviderSchema], providers: ProviderNames) {
    var renamed: [String: (type: String, name: String)] = [:]
    for resource in module.resources {
      guard let schema = schemas[providers.source(of: resource)] else { continue }
      let isData = resource.kind == .data
      let exists = isData ? schema.dataSource(resource.type) != nil : schema.resource(resource.type) != nil
      if exists { continue }
      if !isData, schema.dataSource(resource.type) != nil,
        module.resourceIndex["data.\(resource.address)"] == nil
      {
        turnIntoData(resource, module: module)
        continue
      }
      let successor =
        isData
        ? TypeSuccessors.shipped.successor(of: resource.type, among: schema.dataSourceTypes)
        : TypeSuccessors.shipped.successor(of: resource.type, among: schema.resourceTypes)
      let prefix = isData ? "data." : ""
      guard let successor, module.resourceIndex["\(prefix)\(successor).\(resource.name)"] == nil else {
        continue
      }
      renamed[resource.address] = (successor, resource.name)
      add(
        resource.block.labelRanges[0], text: "\"\(successor)\"",
        reason: "The type \(resource.type), which does not exist, became \(successor).",
        address: resource.address)
    }
    if renamed.isEmpty { return }
    for reference in module.allReferences {
      guard let (target, _) = reference.resourceTarget, let new = renamed[target] else { continue }
      let isData = reference.root == "data"
      let range = isData ? reference.steps[0].range : reference.rootRange
      add(
        range, text: isData ? ".\(new.type)" : new.type,
        reason: "A reference follows to \(new.type).\(new.name).", address: nil)
    }
  }

  /// What can only be read is read.
  private mutating func turnIntoData(_ resource: Module.ResourceBlock, module: Module) {
    add(
      resource.block.typeRange, text: "data", reason: "\(resource.type) is a data source, not a resource.",
      address: resource.address
    )
    for reference in module.allReferences where reference.resourceTarget?.address == resource.address {
      add(
        reference.rootRange, text: "data.\(resource.type)",
        reason: "A reference follows to data.\(resource.address).", address: nil)
    }
  }

  private mutating func add(_ range: SourceRange, text: String, reason: String, address: String?) {
    let splice = RepairStep.Splice(bytes: range.start.offset..<range.end.offset, text: text)
    steps.append(RepairStep(reason: reason, range: range, address: address, splices: [splice]))
  }
}
