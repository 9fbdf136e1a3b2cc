import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Gives resources of a type that does not exist the one that was meant, and follows with all references.
struct TypeRepair {
  private(set) var steps: [RepairStep] = []

  init(_ module: Module, _ schemas: [String: ProviderSchema], _ providers: ProviderNames) {
    var renamed: [String: (type: String, name: String)] = [:]
    for resource in module.resources {
      guard let schema = schemas[providers.source(of: resource)] else { continue }
      let isData = resource.kind == .data
      let exists = isData ? schema.dataSource(resource.type) != nil : schema.resource(resource.type) != nil
      if exists { continue }
      if !isData, schema.dataSource(resource.type) != nil,
        module.resourceIndex["data.\(resource.address)"] == nil
      {
        turnIntoData(resource, module)
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
        resource.block.labelRanges[0], "\"\(successor)\"",
        "The type \(resource.type), which does not exist, became \(successor).", resource.address)
    }
    if renamed.isEmpty { return }
    for reference in module.allReferences {
      guard let (target, _) = reference.resourceTarget, let new = renamed[target] else { continue }
      let isData = reference.root == "data"
      let range = isData ? reference.steps[0].range : reference.rootRange
      add(range, isData ? ".\(new.type)" : new.type, "A reference follows to \(new.type).\(new.name).", nil)
    }
  }

  /// What can only be read is read.
  private mutating func turnIntoData(_ resource: Module.ResourceBlock, _ module: Module) {
    add(
      resource.block.typeRange, "data", "\(resource.type) is a data source, not a resource.", resource.address
    )
    for reference in module.allReferences where reference.resourceTarget?.address == resource.address {
      add(
        reference.rootRange, "data.\(resource.type)",
        "A reference follows to data.\(resource.address).", nil)
    }
  }

  private mutating func add(_ range: SourceRange, _ text: String, _ reason: String, _ address: String?) {
    let splice = RepairStep.Splice(bytes: range.start.offset..<range.end.offset, text: text)
    steps.append(RepairStep(reason: reason, range: range, address: address, splices: [splice]))
  }
}
