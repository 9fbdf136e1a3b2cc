import Basics
import HCL

/// All resources of a configuration, a plan or a set of manifests, and which refers to which.
package struct ResourceGraph: Sendable {
  /// In source order.
  package let resources: [Resource]
  /// Providers, settings, variables, outputs and module calls.
  package let configuration: [Resource]
  /// What is wrong with declarations and references; syntax errors included.
  package let diagnostics: [Diagnostic]

  private let byAddress: [String: Int]
  private let byType: [String: [Int]]
  private let byTarget: [String: [Int]]
  /// Instances by the address of their block, where that is not their own.
  private let byBlock: [String: [Int]]

  package init(resources: [Resource], configuration: [Resource] = [], diagnostics: [Diagnostic] = []) {
    self.resources = resources
    self.configuration = configuration
    self.diagnostics = diagnostics
    let all = resources + configuration
    byAddress = Dictionary(all.enumerated().map { ($1.address, $0) }) { first, _ in first }
    byType = Dictionary(grouping: all.indices) { all[$0].type }
    var byTarget: [String: [Int]] = [:]
    for (index, resource) in all.enumerated() {
      for target in Set(resource.references.map(\.target)) { byTarget[target, default: []].append(index) }
    }
    self.byTarget = byTarget
    byBlock = Dictionary(
      grouping: resources.indices.filter { resources[$0].blockAddress != resources[$0].address }
    ) {
      resources[$0].blockAddress
    }
  }

  /// Reads the files of one module, path to text, and of the modules it calls where their files are among them; `inputs`
  /// are values for its variables.
  package init(files: [String: String], inputs: [String: Value] = [:]) {
    self.init(ConfigurationSources(files: files), inputs: inputs)
  }

  /// Reads the root module and the modules it calls where their files are given.
  /// - Parameters:
  ///   - inputs: values for its variables.
  ///   - names: gives names to what only apply can tell; without it that is unknown.
  package init(
    _ sources: ConfigurationSources, inputs: [String: Value] = [:], names: ComputedNames? = nil
  ) {
    let module = Module(sources)
    let evaluator = ModuleEvaluator(module, inputs: inputs, names: names)
    self.init(
      resources: evaluator.resources() + evaluator.childResources(), configuration: evaluator.configuration(),
      diagnostics: module.diagnostics + module.checkedReferences())
  }

  private func resource(at index: Int) -> Resource {
    index < resources.count ? resources[index] : configuration[index - resources.count]
  }

  /// The resource or configuration block of that address.
  package subscript(address: String) -> Resource? {
    byAddress[address].map(resource)
  }

  /// The resources and configuration blocks of that type, in source order.
  package func resources(ofType type: String) -> [Resource] {
    (byType[type] ?? []).map(resource)
  }

  /// The resources that name `resource` in some argument.
  package func referrers(of resource: Resource) -> [Resource] {
    let names = Set([resource.blockAddress, resource.address])
    return names.flatMap { byTarget[$0] ?? [] }.sorted().map(self.resource)
  }

  /// The addresses of resources that `resource` refers to.
  package func targets(of resource: Resource) -> Set<String> {
    Set(resource.references.map(\.target).filter { !$0.hasPrefix("var.") && !$0.contains(".var.") })
  }

  /// The resources of these addresses, and every instance of those that are blocks, in source order.
  package func resources(named names: Set<String>) -> [Resource] {
    let found = names.flatMap { name in
      (byAddress[name].map { [$0] } ?? []) + (byBlock[name] ?? [])
    }
    return Set(found.filter { $0 < resources.count }).sorted().map { resources[$0] }
  }

  /// Edges from each address to the addresses it refers to.
  package var edges: [String: Set<String>] {
    Dictionary(resources.map { ($0.address, targets(of: $0)) }) { $0.union($1) }
  }
}
