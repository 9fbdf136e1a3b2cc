import HCL
import ResourceGraph

/// A small configuration that a rule is tried on: HCL blocks, or `manifest = { … }` arguments.
package struct RuleCase: Sendable {
  /// The text between the braces.
  package let text: String

  /// The manifests written as objects, in order.
  package var manifests: [Value] {
    let file = HCLFile(path: "case", text: text)
    var evaluator = Evaluator(scope: Scope())
    return file.body.attributes.filter { $0.name.hasPrefix("manifest") }.map { evaluator.evaluate($0.value) }
  }

  package var graph: ResourceGraph {
    let manifests = manifests
    if manifests.isEmpty { return ResourceGraph(files: ["main.tf": text]) }
    return ResourceGraph(resources: manifests.compactMap { Resource(manifest: $0) })
  }
}
