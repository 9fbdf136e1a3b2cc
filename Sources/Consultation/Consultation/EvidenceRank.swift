import Basics
import Vocabulary

/// How good a draft is by evidence alone; greater is better. Compared field by field, in this order: what is broken, what
/// cannot be planned as it stands, what was asked for and is there, what is insecure, what is over budget, what is
/// unknown, how well it is wired, what it costs, how many others propose the same.
struct EvidenceRank: Comparable {
  private let keys: [Double]

  /// - Parameter agreement: the mean likeness to the other drafts that hold, 0 to 1.
  init(_ evidence: Evidence, brief: Brief, agreement: Double = 0) {
    func count(_ severity: Severity) -> Double {
      Double(evidence.findings.count { $0.severity == severity && $0.outcome == .fail })
    }
    func count(_ rule: String) -> Double { Double(evidence.findings.count { $0.rule == rule }) }
    let excess = brief.budget.map { max(0, evidence.price.monthly - $0) } ?? 0
    let wrong = evidence.findings.contains {
      $0.category == .correctness && $0.severity >= .high && $0.outcome == .fail
    }
    let needs = (count(Finding.Rule.readsAccount) > 0 ? 1.0 : 0) + (wrong ? 2 : 0)
    keys = [
      evidence.isValid ? 0 : -1,
      -needs - (count(Finding.Rule.asksInput) > 0 ? 1 : 0),
      Self.fitness(
        evidence, brief: brief, hardCoded: count(Finding.Rule.hardCoded),
        deprecated: count(Finding.Rule.deprecated)),
      -count(.critical) * 10 - count(.high),
      excess > 0 ? -1 : 0,
      -Double(evidence.coverage.count { $0.status == .unknown }),
      Double(min(evidence.connections ?? 0, Self.wired)),
      -count(.medium),
      -evidence.price.monthly,
      agreement,
    ]
  }

  /// 0 for what can be planned as it stands, less the more has to be supplied or put right before.
  var readiness: Double { keys[1] }

  /// What was asked for and is there; greater is better.
  var fitness: Double { keys[2] }

  /// More references than this between resources say nothing more.
  private static let wired = 6
  /// A fifth identifier written out is as bad as a fourth.
  private static let written = 4.0

  /// The weight of the requirements that are not unmet, less what only looks met: identifiers written out where a
  /// reference should be, and arguments that are going away. What is unknown counts against a draft in a field of its
  /// own, behind security and budget.
  private static func fitness(_ evidence: Evidence, brief: Brief, hardCoded: Double, deprecated: Double)
    -> Double
  {
    let weights = Dictionary(
      brief.requirements.map { ($0.id, $0.weight ?? 1) }, uniquingKeysWith: { first, _ in first })
    let met = evidence.coverage.reduce(0) { sum, coverage in
      sum + (coverage.status == .unmet ? 0 : weights[coverage.requirement] ?? 1)
    }
    let total = met - min(hardCoded, written) / 2 - deprecated / 2
    return (total * 1000).rounded() / 1000
  }

  static func < (left: EvidenceRank, right: EvidenceRank) -> Bool {
    for (a, b) in zip(left.keys, right.keys) where a != b { return a < b }
    return false
  }

  /// What each field says, in the order of `keys`.
  private static let names = [
    "validity", "what has to be supplied before a plan", "requirements met", "grave findings", "the budget",
    "requirements that can be shown", "references between resources", "findings", "price",
    "what others propose, too",
  ]

  /// The first thing in which this is better than another; nil where it is not better.
  func advantage(over other: EvidenceRank) -> String? {
    for (place, pair) in zip(keys, other.keys).enumerated() where pair.0 != pair.1 {
      return pair.0 > pair.1 ? Self.names[place] : nil
    }
    return nil
  }
}
