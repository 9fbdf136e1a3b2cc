import Foundation

/// A check of another collection with what it calls good and bad, and what our rules find in each.
struct LabelledPolicyCase {
  /// One example: what is said of it, and the rules that fail on it.
  struct Example {
    let isBad: Bool
    let failing: Set<String>
  }

  /// `trivy/aws/s3/enable_versioning`.
  let name: String
  /// `trivy`, `checkov-resource` or `checkov-graph`.
  let source: String
  /// `aws`, `azure` or `google`; nil for others.
  let cloud: String?
  let examples: [Example]

  /// The rules that together agree best with the labels: each one more is taken while agreement grows.
  var rules: Set<String> {
    var chosen: Set<String> = []
    var open = Set(examples.filter(\.isBad).flatMap(\.failing))
    while let next = open.max(by: {
      (agreement(of: chosen.union([$0])), $1) < (agreement(of: chosen.union([$1])), $0)
    }), agreement(of: chosen.union([next])) > agreement(of: chosen) {
      chosen.insert(next)
      open.remove(next)
    }
    return chosen
  }

  /// Bad examples that the rules find, those they do not, and good ones that they find something in.
  func counts(of rules: Set<String>) -> (hits: Int, missed: Int, invented: Int) {
    let found = examples.filter { !$0.failing.isDisjoint(with: rules) }
    let bad = examples.count(where: \.isBad)
    let hits = found.count(where: \.isBad)
    return (hits, bad - hits, found.count - hits)
  }

  /// The harmonic mean of precision and recall.
  private func agreement(of rules: Set<String>) -> Double {
    let (hits, missed, invented) = counts(of: rules)
    return 2 * Double(hits) / Double(max(2 * hits + missed + invented, 1))
  }
}
