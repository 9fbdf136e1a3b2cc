extension TaskGraph {
  /// What each task waits for without what follows from the rest: of A, B and C in a row, C waits for B alone.
  package var essentialNeeds: [String: [String]] {
    var before = nodes.map { node in
      Set(node.after + node.waitsFor).compactMap { places[$0] }.sorted()
    }
    GraphReduction.reduce(&before, order: order.compactMap { places[$0.id] })
    return Dictionary(uniqueKeysWithValues: zip(nodes, before).map { ($0.id, $1.map { nodes[$0].id }) })
  }
}
