import Vocabulary

/// How much two drafts propose the same.
package enum Likeness {
  /// Weighted Jaccard index of the multisets of resource types with their monthly price, 0 to 1; 1 for two empty ones.
  package static func between(_ left: Evidence, right: Evidence) -> Double {
    let (a, b) = (bag(left), bag(right))
    let keys = Set(a.keys).union(b.keys)
    let union = keys.reduce(0) { $0 + max(a[$1] ?? 0, b[$1] ?? 0) }
    guard union > 0 else { return 1 }
    return keys.reduce(0) { $0 + min(a[$1] ?? 0, b[$1] ?? 0) } / union
  }

  private static func bag(_ evidence: Evidence) -> [String: Double] {
    var bag: [String: Double] = [:]
    for resource in evidence.price.resources {
      bag["\(resource.type) \((resource.monthly ?? 0).rounded(.towardZero))", default: 0] += 1
    }
    return bag
  }
}
