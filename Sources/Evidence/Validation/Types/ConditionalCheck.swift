import Basics
import HCL
import ProviderSchemas
import ResourceGraph

/// Finds conditionals whose branches have nothing in common, and conditions that are none.
struct ConditionalCheck {
  private let types: TypeInference
  private(set) var diagnostics: [Diagnostic] = []

  init(_ module: Module, types: TypeInference) {
    self.types = types
    for resource in module.resources { check(resource.block.body, address: resource.address, bound: []) }
    for block in module.providers + Array(module.outputs.values) + Array(module.calls.values) {
      check(block.body, address: nil, bound: [])
    }
    for local in module.locals.values { check(local.value, address: nil, bound: []) }
  }

  private mutating func check(_ body: Body, address: String?, bound: Set<String>) {
    for attribute in body.attributes { check(attribute.value, address: address, bound: bound) }
    for block in body.blocks {
      var inner = bound
      if block.type == "dynamic" {
        inner.formUnion(block.labels)
        if case .reference(let iterator)? = block.body.attribute("iterator")?.value.kind {
          inner.insert(iterator.root)
        }
      }
      check(block.body, address: address, bound: inner)
    }
  }

  private mutating func check(_ expression: HCLExpression, address: String?, bound: Set<String>) {
    var bound = bound
    switch expression.kind {
    case .call(let call) where call.name == "try" || call.name == "can": return
    case .for(let loop): bound.formUnion([loop.valueName, loop.keyName ?? loop.valueName])
    case .conditional(let condition, let yes, let no):
      checkCondition(condition, address: address, bound: bound)
      let (left, right) = (types.type(of: yes, bound: bound), types.type(of: no, bound: bound))
      if case .mismatch(let part, let a, let b) = left.unified(with: right) {
        report(
          "Inconsistent conditional result types",
          detail: "The true and false result expressions must have consistent types. "
            + (part.isEmpty ? "" : "Type mismatch for \(part): ")
            + "The 'true' value is \(a.description), but the 'false' value is \(b.description).",
          range: expression.range, address: address)
      }
    default: break
    }
    for child in expression.children { check(child, address: address, bound: bound) }
  }

  private mutating func checkCondition(_ condition: HCLExpression, address: String?, bound: Set<String>) {
    if let text = condition.literalString, !["true", "false"].contains(text) {
      report(
        "Incorrect condition type", detail: "The condition expression must be of type bool.",
        range: condition.range,
        address: address)
    } else if condition.kind == .literal(.null) {
      report(
        "Null condition", detail: "The condition value is null. Conditions must either be true or false.",
        range: condition.range, address: address)
    }
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange, address: String?) {
    diagnostics.append(
      Diagnostic(code: "configuration.type", summary: summary, detail: detail, range: range, address: address)
    )
  }
}
