/// Leaves out of a graph what follows from the rest.
enum GraphReduction {
  /// In a graph with more dependencies than this nothing is left out: finding what follows takes too long.
  private static let most = 20_000

  /// - Parameters:
  ///   - before: for each node the nodes it waits for.
  ///   - order: every node after those before it.
  static func reduce(_ before: inout [[Int]], order: [Int]) {
    guard before.map(\.count).reduce(0, +) <= most else { return }
    var behind = [Set<Int>](repeating: [], count: before.count)
    for place in order {
      let needs = Array(Set(before[place])).sorted()
      for need in needs { behind[place].formUnion(behind[need].union([need])) }
      before[place] = needs.filter { need in !needs.contains { $0 != need && behind[$0].contains(need) } }
    }
  }
}
