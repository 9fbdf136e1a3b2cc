import ResourceGraph

/// What a patch makes of the resources of a graph.
struct GraphChange: Sendable {
  /// By address: the resource after the change, nil where it is gone.
  var resources: [String: Resource?] = [:]
  var added: [Resource] = []

  /// The addresses of what is gone after the change.
  var removed: Set<String> { Set(resources.filter { $0.value == nil }.map(\.key)) }

  /// The surroundings as they are after the change.
  func applied(to neighbourhood: [Resource]) -> [Resource] {
    neighbourhood.compactMap { resource in
      if let after = resources[resource.address] { return after }
      return resource
    } + added
  }
}
