import Basics
import Experts
import Vocabulary

/// How good a draft is by evidence alone; greater is better. Compared criterion by criterion, in the order of
/// `RankCriterion`.
struct EvidenceRank: Comparable {
  private let marks: [RankCriterion: Double]

  /// - Parameter agreement: the mean likeness to the other drafts that hold, 0 to 1.
  init(_ evidence: Evidence, brief: Brief, weights: RankWeights, agreement: Double = 0) {
    func count(_ severity: Severity) -> Double {
      Double(evidence.findings.count { $0.severity == severity && $0.outcome == .fail })
    }
    func count(_ rule: String) -> Double { Double(evidence.findings.count { $0.rule == rule }) }
    let excess = brief.budget.map { max(0, evidence.price.monthly - $0) } ?? 0
    let isWrong = evidence.findings.contains {
      $0.category == .correctness && $0.severity >= .high && $0.outcome == .fail
    }
    var needs = isWrong ? weights.wrong : 0
    if count(Finding.Rule.readsAccount) > 0 { needs += weights.account }
    if count(Finding.Rule.asksInput) > 0 { needs += weights.input }
    let hardCoded = min(count(Finding.Rule.hardCoded), weights.hardCodedAtMost) * weights.hardCoded
    let seeming = hardCoded + count(Finding.Rule.deprecated) * weights.deprecated
    marks = [
      .validity: evidence.isValid ? 0 : -1,
      .readiness: -needs,
      .fitness: Self.fitness(evidence, brief: brief, seeming: seeming),
      .graveFindings: -count(.critical) * weights.critical - count(.high) * weights.high,
      .budget: excess > 0 ? -1 : 0,
      .certainty: -Double(evidence.coverage.count { $0.status == .unknown }),
      .connections: Double(min(evidence.connections ?? 0, weights.connectionsAtMost)),
      .findings: -count(.medium),
      .price: -evidence.price.monthly,
      .agreement: agreement,
    ]
  }

  subscript(criterion: RankCriterion) -> Double { marks[criterion, default: 0] }

  /// The weight of the requirements that are not unmet, less what only looks met: identifiers written out where a
  /// reference should be, and arguments that are going away. What is unknown counts against a draft in a criterion of its
  /// own, behind security and budget.
  private static func fitness(_ evidence: Evidence, brief: Brief, seeming: Double) -> Double {
    let weights = Dictionary(
      brief.requirements.map { ($0.id, $0.weight ?? 1) }, uniquingKeysWith: { first, _ in first })
    let met = evidence.coverage.reduce(0) { sum, coverage in
      sum + (coverage.status == .unmet ? 0 : weights[coverage.requirement] ?? 1)
    }
    return ((met - seeming) * 1000).rounded() / 1000
  }

  static func < (left: EvidenceRank, right: EvidenceRank) -> Bool {
    guard let first = left.difference(from: right) else { return false }
    return left[first] < right[first]
  }

  static func == (left: EvidenceRank, right: EvidenceRank) -> Bool { left.difference(from: right) == nil }

  /// The first criterion in which this is better than another; nil where it is not better.
  func advantage(over other: EvidenceRank) -> RankCriterion? {
    guard let first = difference(from: other), self[first] > other[first] else { return nil }
    return first
  }

  private func difference(from other: EvidenceRank) -> RankCriterion? {
    RankCriterion.allCases.first { self[$0] != other[$0] }
  }
}
