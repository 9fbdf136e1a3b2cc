/// An order in which everything comes after what it depends on (Kahn's algorithm; linear).
enum GraphOrder {
  /// Nodes that wait for each other, and those behind them, are left out.
  /// - Parameters:
  ///   - counts: for each node how many it waits for.
  ///   - dependents: for each node those that wait for it.
  static func places(counts: [Int], dependents: [[Int]]) -> [Int] {
    var missing = counts
    var order = counts.indices.filter { missing[$0] == 0 }
    var next = 0
    while next < order.count {
      for dependent in dependents[order[next]] {
        missing[dependent] -= 1
        if missing[dependent] == 0 { order.append(dependent) }
      }
      next += 1
    }
    return order
  }
}
