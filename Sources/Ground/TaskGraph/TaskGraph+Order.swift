extension TaskGraph {
  /// The nodes in an order in which every dependency comes first.
  package var order: [Node] { topologicalPlaces.map { nodes[$0] } }

  private var topologicalPlaces: [Int] {
    GraphOrder.places(counts: dependencyCounts, dependents: dependents)
  }

  /// The ids along one cycle from the task given first, which is repeated at the end; nil when there is none.
  func firstCycle() -> [String]? {
    let done = Set(topologicalPlaces)
    guard done.count < nodes.count, let start = nodes.indices.first(where: { !done.contains($0) }) else {
      return nil
    }
    // Every node left waits for another node left, so walking backwards has to meet itself.
    var path = [start]
    var seen = [start: 0]
    while let here = path.last {
      let node = nodes[here]
      let blocking = (node.after + node.waitsFor).compactMap { places[$0] }.first { !done.contains($0) }
      guard let blocking else { return nil }
      if let begin = seen[blocking] {
        let loop = Array(path[begin...].reversed())
        let first = loop.firstIndex(of: loop.min() ?? loop[0]) ?? 0
        let ids = (loop[first...] + loop[..<first]).map { nodes[$0].id }
        return ids + ids.prefix(1)
      }
      seen[blocking] = path.count
      path.append(blocking)
    }
    return nil
  }
}
