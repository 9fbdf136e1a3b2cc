import ResourceGraph
import Basics
import HCL

/// Holds the calls of local modules against the variables and outputs of these.
struct ModuleCallCheck {
  private static let ownArguments: Set<String> = [
    "source", "version", "providers", "count", "for_each", "depends_on",
  ]
  private(set) var diagnostics: [Diagnostic] = []

  init(_ module: Module) {
    for (name, child) in module.children.sorted(by: { $0.key < $1.key }) {
      if let call = module.calls[name] { check(call, child: child) }
    }
    for reference in module.allReferences where reference.root == "module" {
      guard let name = reference.steps.first?.name, let child = module.children[name] else { continue }
      check(reference, name: name, child: child)
    }
  }

  private mutating func check(_ call: Block, child: Module) {
    for attribute in call.body.attributes
    where !Self.ownArguments.contains(attribute.name) && child.variables[attribute.name] == nil {
      report(
        "Unsupported argument",
        detail: "An argument named \"\(attribute.name)\" is not expected here."
          + suggestion(for: attribute.name, among: child.variables.keys), range: attribute.nameRange)
    }
    let required = child.variables.filter { $0.value.body.attribute("default") == nil }.keys.sorted()
    diagnostics += call.missing(required)
  }

  private mutating func check(_ reference: Traversal, name: String, child: Module) {
    guard let output = reference.steps.dropFirst().lazy.compactMap(\.name).first,
      child.outputs[output] == nil
    else { return }
    report(
      "Unsupported attribute",
      detail: "This object does not have an attribute named \"\(output)\"."
        + suggestion(for: output, among: child.outputs.keys), range: reference.range)
  }

  private mutating func report(_ summary: String, detail: String, range: SourceRange) {
    diagnostics.append(
      Diagnostic(code: "configuration.module", summary: summary, detail: detail, range: range))
  }
}
