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
      if let call = module.calls[name] { check(call, child) }
    }
    for reference in module.allReferences where reference.root == "module" {
      guard let name = reference.steps.first?.name, let child = module.children[name] else { continue }
      check(reference, name, child)
    }
  }

  private mutating func check(_ call: Block, _ child: Module) {
    for attribute in call.body.attributes
    where !Self.ownArguments.contains(attribute.name) && child.variables[attribute.name] == nil {
      report(
        "Unsupported argument",
        "An argument named \"\(attribute.name)\" is not expected here."
          + suggestion(for: attribute.name, among: child.variables.keys), attribute.nameRange)
    }
    let required = child.variables.filter { $0.value.body.attribute("default") == nil }.keys.sorted()
    diagnostics += call.missing(required)
  }

  private mutating func check(_ reference: Traversal, _ name: String, _ child: Module) {
    guard let output = reference.steps.dropFirst().lazy.compactMap(\.name).first,
      child.outputs[output] == nil
    else { return }
    report(
      "Unsupported attribute",
      "This object does not have an attribute named \"\(output)\"."
        + suggestion(for: output, among: child.outputs.keys), reference.range)
  }

  private mutating func report(_ summary: String, _ detail: String, _ range: SourceRange) {
    diagnostics.append(
      Diagnostic(code: "configuration.module", summary: summary, detail: detail, range: range))
  }
}
