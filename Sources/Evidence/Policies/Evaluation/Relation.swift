import HCL
import ResourceGraph

/// Finds the resources that belong together, by reference or by the same literal name.
struct Relation {
  private let resource: Resource
  private let graph: ResourceGraph

  init(_ resource: Resource, graph: ResourceGraph) {
    self.resource = resource
    self.graph = graph
  }

  /// The resources of a type whose argument (a path through nested blocks is one too) names this resource. Unknown when
  /// there is none but one of them names something that cannot be told.
  func referrers(type: String, argument: String) -> Value {
    let direct = graph.referrers(of: resource).filter { candidate in
      candidate.type == type
        && candidate.references.contains { names(resource, reference: $0, argument: argument) }
    }
    return direct.isEmpty ? likelyReferrers(type, argument: argument) : .list(direct.map(\.described))
  }

  private func names(_ resource: Resource, reference: Reference, argument: String) -> Bool {
    reference.target == resource.blockAddress && reference.path == argument
  }

  /// Those that name it in another way: by the same variable, the same literal text, or as one of several by `for_each`.
  private func likelyReferrers(_ type: String, argument: String) -> Value {
    let names = names(argument)
    let sources = Set(resource.references.filter { $0.path == argument && $0.isWhole }.map(\.target))
    var found: [Value] = []
    var isUnknown = false
    for candidate in graph.resources(ofType: type) where candidate.address != resource.address {
      let value = value(at: argument, of: candidate.attributes)
      let references = candidate.references.filter {
        $0.path == argument || (value.isUnknown && $0.path == "for_each")
      }
      let targets = Set(references.map(\.target))
      if targets.contains(resource.blockAddress)
        || references.contains(where: { $0.isWhole && sources.contains($0.target) })
      {
        found.append(candidate.described)
      } else if let text = value.text, !text.isEmpty, names.contains(text) {
        found.append(candidate.described)
      } else if value.isUnknown, references.isEmpty {
        isUnknown = true
      }
    }
    return found.isEmpty && isUnknown ? .unknown : .list(found)
  }

  /// Whether the argument at a path has a value. A reference to a resource gives one, even when it is not known yet.
  func isSet(_ path: String) -> Value {
    switch value(at: path, of: resource.attributes) {
    case .null, .string(""), .list([]): .bool(false)
    case .unknown:
      resource.references.contains { $0.path == path && !$0.target.hasPrefix("var.") }
        ? .bool(true) : .unknown
    default: .bool(true)
    }
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
