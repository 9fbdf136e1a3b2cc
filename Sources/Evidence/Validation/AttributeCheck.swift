import ProviderSchemas
import ResourceGraph
import Basics
import HCL

/// Finds references to attributes that a resource does not have.
package struct AttributeCheck {
  package let module: Module
  private let schemas: [String: ProviderSchema]
  private let providers: ProviderNames

  package init(_ module: Module, schemas: [String: ProviderSchema], providers: ProviderNames) {
    self.module = module
    self.schemas = schemas
    self.providers = providers
  }

  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    for resource in module.resources {
      collect(resource.block.body, address: resource.address, found: &found)
    }
    for block in module.providers + module.outputs.values + module.calls.values {
      collect(block.body, address: nil, found: &found)
    }
    for local in module.locals.values { collect(local.value, address: nil, found: &found) }
    return found
  }

  /// The step of a reference that names no attribute of its resource, and the names there are.
  package func unknownAttribute(_ reference: Traversal) -> (Traversal.Step, [String])? {
    guard let (target, rest) = reference.resourceTarget, let index = module.resourceIndex[target] else {
      return nil
    }
    let resource = module.resources[index]
    guard let schema = schemas[providers.source(of: resource)],
      let block = resource.kind == .data ? schema.dataSource(resource.type) : schema.resource(resource.type),
      let step = rest.first(where: { $0.name != nil }), let name = step.name,
      block.attributes[name] == nil, block.blocks[name] == nil
    else { return nil }
    return (step, Array(block.attributes.keys) + block.blocks.keys)
  }

  private func collect(
    _ body: Body, address: String?, isTop: Bool = true, level: Diagnostic.Level = .error,
    found: inout [Diagnostic]
  ) {
    for attribute in body.attributes where attribute.name != "depends_on" {
      collect(attribute.value, address: address, level: level, found: &found)
    }
    for block in body.blocks where !isTop || block.type != "lifecycle" {
      // What only a plan makes is refused by it, and not before.
      collect(
        block.body, address: address, isTop: false, level: block.isMadeByPlan ? .warning : level,
        found: &found)
    }
  }

  private func collect(
    _ expression: HCLExpression, address: String?, level: Diagnostic.Level = .error, found: inout [Diagnostic]
  ) {
    for reference in expression.references {
      guard let problem = problem(reference) else { continue }
      found.append(
        Diagnostic(
          level, code: "schema.reference", summary: problem.summary, detail: problem.detail,
          range: problem.range, address: address))
    }
  }

  private typealias Problem = (summary: String, detail: String, range: SourceRange)

  private func problem(_ reference: Traversal) -> Problem? {
    guard let (target, rest) = reference.resourceTarget, let index = module.resourceIndex[target] else {
      return nil
    }
    let resource = module.resources[index]
    guard let schema = schemas[providers.source(of: resource)],
      let block = resource.kind == .data ? schema.dataSource(resource.type) : schema.resource(resource.type)
    else { return nil }
    var steps = rest
    let body = resource.block.body
    if body.attribute("count") != nil || body.attribute("for_each") != nil {
      guard case .index? = steps.first?.kind else { return nil }
      steps = steps.dropFirst()
    }
    return problem(in: block, of: schema, steps: steps)
  }

  private func problem(
    in block: BlockSchema, of schema: ProviderSchema, steps: ArraySlice<Traversal.Step>
  ) -> Problem? {
    guard let first = steps.first, let name = first.name else { return nil }
    if let attribute = block.attributes[name] { return problem(attribute.type, steps: steps.dropFirst()) }
    if let nested = block.blocks[name] {
      let rest = steps.dropFirst()
      let inner = schema.block(nested)
      switch nested.nesting {
      case .list, .set:
        return collectionProblem(rest, isSet: nested.nesting == .set)
          ?? problem(in: inner, of: schema, steps: rest.dropFirst())
      case .map: return problem(in: inner, of: schema, steps: rest.dropFirst())
      case .single, .group: return problem(in: inner, of: schema, steps: rest)
      }
    }
    // A block of which the schema tells nothing may have anything.
    if block.isEmpty { return nil }
    return (
      "Unsupported attribute",
      "This object has no argument, nested block, or exported attribute named \"\(name)\"."
        + suggestion(for: name, among: Array(block.attributes.keys) + block.blocks.keys), first.range
    )
  }

  private func problem(_ type: ValueType, steps: ArraySlice<Traversal.Step>) -> Problem? {
    guard let step = steps.first else { return nil }
    switch type {
    case .string, .number, .bool:
      guard step.name != nil else { return nil }
      return (
        "Unsupported attribute",
        "Can't access attributes on a primitive-typed value (\(type.description)).", step.range
      )
    case .list(let element), .set(let element):
      let isSet = if case .set = type { true } else { false }
      return collectionProblem(steps, isSet: isSet) ?? problem(element, steps: steps.dropFirst())
    case .map(let element): return problem(element, steps: steps.dropFirst())
    case .object(let members):
      guard let name = step.name else { return nil }
      if let member = members[name] { return problem(member.type, steps: steps.dropFirst()) }
      return (
        "Unsupported attribute",
        "This object does not have an attribute named \"\(name)\"."
          + suggestion(for: name, among: members.keys), step.range
      )
    default: return nil
    }
  }

  private func collectionProblem(_ steps: ArraySlice<Traversal.Step>, isSet: Bool) -> Problem? {
    guard let step = steps.first else { return nil }
    if isSet, case .index = step.kind {
      return (
        "Invalid index",
        "Elements of a set are identified only by their value and don't have any separate index or key to select with, "
          + "so it's only possible to perform operations across all elements of the set.", step.range
      )
    }
    guard step.name != nil else { return nil }
    let kind = isSet ? "set" : "list"
    return (
      "Unsupported attribute",
      "Can't access attributes on a \(kind) of objects. Did you mean to access an attribute for a specific element of the "
        + "\(kind), or across all elements of the \(kind)?", step.range
    )
  }
}
