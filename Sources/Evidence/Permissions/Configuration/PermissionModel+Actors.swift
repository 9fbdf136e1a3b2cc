import ResourceGraph

extension PermissionModel {
  /// The account the configuration is applied in: its number, or what stands for it.
  var account: String { names.meaning(of: book.account) }

  /// The role that a function, a machine or a task acts with; nil for what acts with none that is known.
  func actor(_ address: String, depth: Int = 0) -> Requester? {
    guard depth < 4, let resource = graph[address], let argument = book.actsAs[resource.type] else {
      return nil
    }
    let reading = PolicyReading(graph: graph, book: book, names: names)
    for other in graph.resources where reading.isNamed(other, in: resource, argument: argument) {
      if let identity = identities.first(where: { $0.address == other.address }) { return identity.requester }
      if let requester = actor(other.address, depth: depth + 1) { return requester }
    }
    return nil
  }
}
