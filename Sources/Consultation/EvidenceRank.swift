import Basics
import Vocabulary

/// How good a draft is by evidence alone; greater is better. Compared field by field, in this order:
/// what is broken, what was asked for and is missing, what is over budget, what is insecure, what it costs.
struct EvidenceRank: Comparable {
  private let keys: [Double]

  init(_ evidence: Evidence, brief: Brief) {
    func count(_ severity: Severity) -> Double {
      Double(evidence.findings.count { $0.severity == severity && $0.outcome == .fail })
    }
    let excess = brief.budget.map { max(0, evidence.price.monthly - $0) } ?? 0
    keys = [
      evidence.isValid ? 0 : -1,
      -Double(evidence.unmet.count),
      -count(.critical) * 10 - count(.high),
      excess > 0 ? -1 : 0,
      -Double(evidence.coverage.count { $0.status == .unknown }),
      -count(.medium),
      -evidence.price.monthly,
    ]
  }

  static func < (left: EvidenceRank, right: EvidenceRank) -> Bool {
    for (a, b) in zip(left.keys, right.keys) where a != b { return a < b }
    return false
  }
}
