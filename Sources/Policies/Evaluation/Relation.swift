import HCL
import Infrastructure

/// Finds the resources that belong together, by reference or by the same literal name.
struct Relation {
  private let resource: Resource
  private let graph: ResourceGraph

  init(_ resource: Resource, _ graph: ResourceGraph) {
    self.resource = resource
    self.graph = graph
  }

  /// The resources of a type whose argument (a path through nested blocks is one too) names this resource. Unknown when
  /// there is none but one of them names something that is not known yet.
  func referrers(type: String, argument: String) -> Value {
    var found: [Value] = []
    var isUnknown = false
    for candidate in graph.resources(ofType: type) {
      let references = candidate.references.filter { $0.path == argument }
      if references.contains(where: { $0.target == resource.blockAddress }) {
        found.append(candidate.described)
      } else if references.isEmpty {
        let value = value(at: argument, of: candidate.attributes)
        if value.isUnknown { isUnknown = true }
        if let text = value.text, !text.isEmpty, names(argument).contains(text) {
          found.append(candidate.described)
        }
      }
    }
    return found.isEmpty && isUnknown ? .unknown : .list(found)
  }

  func targets(of argument: String) -> Value {
    let addresses = Set(resource.references.filter { $0.path == argument }.map(\.target))
    let found = graph.resources.filter { addresses.contains($0.blockAddress) }
    if found.isEmpty, value(at: argument, of: resource.attributes).isUnknown { return .unknown }
    return .list(found.map(\.described))
  }

  private func value(at path: String, of attributes: Value) -> Value {
    var value = attributes
    for name in path.split(separator: ".") {
      if case .unknown = value { return .unknown }
      value = (value[0] ?? value)[String(name)] ?? .null
    }
    return value
  }

  /// What a literal text may call this resource.
  private func names(_ argument: String) -> Set<String> {
    Set([argument, "name", "id", "bucket"].compactMap { resource.attributes[$0]?.text })
  }
}
