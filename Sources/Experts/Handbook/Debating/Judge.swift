import Experts
import Basics
import Vocabulary

/// Scores candidates from their evidence, and weighs the scores by what the judge looks after.
struct Judge {
  let assignment: BallotAssignment
  let weights: JudgeWeights

  func ballot() -> Ballot {
    let cheapest = assignment.candidates.map(\.evidence.price.monthly).min() ?? 0
    return Ballot(
      judge: assignment.agent.key, order: assignment.candidates.map(\.draft.label),
      scores: assignment.candidates.map { score($0, cheapest: cheapest) })
  }

  private func score(_ candidate: Candidate, cheapest: Double) -> Ballot.Score {
    let evidence = candidate.evidence
    let requirements = Self.round(requirements(evidence))
    let security = Self.round(standing(evidence, categories: [.security]))
    let reliability = Self.round(standing(evidence, categories: [.reliability, .operations]))
    let cost = Self.round(cost(evidence.price.monthly, cheapest: cheapest))
    let share = emphasis
    var total = requirements * share.requirements + security * share.security
    total += reliability * share.reliability + cost * share.cost
    total /= share.requirements + share.security + share.reliability + share.cost
    if !evidence.isValid { total *= weights.invalid }
    return Ballot.Score(
      draft: candidate.draft.label, requirements: requirements, security: security, reliability: reliability,
      cost: cost, total: Self.round(total), reason: reason(evidence))
  }

  /// Met counts whole, unknown half.
  private func requirements(_ evidence: Evidence) -> Double {
    guard !evidence.coverage.isEmpty else { return weights.nothingAsked }
    let points = evidence.coverage.reduce(0.0) { sum, coverage in
      sum + (coverage.status == .met ? weights.met : coverage.status == .unknown ? weights.unknown : 0)
    }
    return 10 * points / Double(evidence.coverage.count)
  }

  private func standing(_ evidence: Evidence, categories: Set<Finding.Category>) -> Double {
    let loss = evidence.findings.reduce(0.0) { sum, finding in
      guard categories.contains(finding.category), finding.outcome == .fail else { return sum }
      return sum + weights.findings[finding.severity]
    }
    return max(0, 10 - loss)
  }

  /// With a budget: the room below it, and steeply down as soon as it is exceeded; who looks after cost also weighs how
  /// much dearer a draft is than the cheapest. Without one, 10 for the cheapest.
  private func cost(_ monthly: Double, cheapest: Double) -> Double {
    if let budget = assignment.brief.budget, budget > 0 {
      let share = monthly / budget
      let dearness = monthly > 0 ? 1 - cheapest / monthly : 0
      let weight = assignment.agent.focus.contains(.cost) ? weights.budget.dearer : 0
      guard share <= 1 else { return weights.budget.at / share }
      return max(weights.budget.within, 10 - weights.budget.lost * share - weight * dearness)
    }
    guard monthly > 0 else { return 10 }
    return 10 * max(cheapest, 0.01) / max(monthly, 0.01)
  }

  /// How much each mark weighs for this judge.
  private var emphasis: (requirements: Double, security: Double, reliability: Double, cost: Double) {
    let focus = assignment.agent.focus
    func weights(_ categories: Set<Finding.Category>) -> JudgeWeights.Marks {
      focus.contains(where: categories.contains) ? self.weights.focus : self.weights.usual
    }
    return (
      weights([.correctness]).requirements, weights([.security]).security,
      weights([.reliability, .operations]).reliability, weights([.cost]).cost
    )
  }

  private func reason(_ evidence: Evidence) -> String {
    let met = evidence.coverage.filter { $0.status == .met }.count
    let serious = evidence.findings.filter { $0.outcome == .fail && $0.severity >= .high }.count
    let medium = evidence.findings.filter { $0.outcome == .fail && $0.severity == .medium }.count
    var words =
      "\(met) of \(evidence.coverage.count) requirements met, \(serious) high and \(medium) medium findings"
    words += ", \(Money.text(evidence.price.monthly)) a month"
    if let budget = assignment.brief.budget { words += " of \(Money.text(budget))" }
    if !evidence.isValid { words += ", and a check fails" }
    return words + "."
  }

  private static func round(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
