import Experts
import Basics
import Vocabulary

/// Raises objections to drafts from their evidence alone: findings of the agent's own concern, requirements that are not
/// met, prices, failed checks.
struct Critic {
  /// A draft that costs more than this many times the cheapest is dearer than its words can carry.
  private static let dearness = 1.3
  private static let perDraft = 6

  let assignment: ReviewAssignment

  func objections() -> [Objection] {
    assignment.candidates.flatMap { candidate in
      let found = validation(candidate) + requirements(candidate) + prices(candidate) + findings(candidate)
      let sorted = found.enumerated().sorted { left, right in
        let ranks = (rank(left.element), rank(right.element))
        return ranks.0 != ranks.1 ? ranks.0 > ranks.1 : left.offset < right.offset
      }
      return sorted.prefix(Self.perDraft).map(\.element)
    }
  }

  private func rank(_ objection: Objection) -> Int {
    let severity =
      Severity(rawValue: objection.severity).flatMap { Severity.allCases.firstIndex(of: $0) } ?? 0
    return severity * 2 + (objection.veto ? 1 : 0)
  }

  private func findings(_ candidate: Candidate) -> [Objection] {
    let mine = candidate.evidence.findings.filter {
      assignment.agent.focus.contains($0.category) && $0.outcome == .fail && $0.severity >= .medium
    }
    return mine.sorted { ($1.severity, $0.id) < ($0.severity, $1.id) }.map { finding in
      let isVeto = finding.category == .security && finding.severity >= .high && finding.awaits == nil
      return objection(
        candidate, claim: "\(finding.summary): \(finding.address)",
        basis: Objection.Basis(kind: .finding, reference: finding.id, detail: finding.evidence),
        severity: finding.severity, veto: isVeto)
    }
  }

  private func requirements(_ candidate: Candidate) -> [Objection] {
    guard looksAfter(.correctness) || looksAfter(.reliability) else { return [] }
    return candidate.evidence.unmet.map { coverage in
      let text = assignment.brief.requirements.first { $0.id == coverage.requirement }?.text ?? ""
      return objection(
        candidate, claim: "\(coverage.requirement) is not met: \(text)",
        basis: Objection.Basis(kind: .requirement, reference: coverage.requirement, detail: coverage.reason),
        severity: .high)
    }
  }

  private func validation(_ candidate: Candidate) -> [Objection] {
    guard looksAfter(.correctness) || looksAfter(.operations) else { return [] }
    return candidate.evidence.validation.filter { $0.status == .failed }.map { stage in
      objection(
        candidate, claim: "The draft does not pass '\(stage.stage)' of \(stage.tool)",
        basis: Objection.Basis(kind: .validation, reference: stage.stage, detail: stage.detail),
        severity: .critical)
    }
  }

  private func prices(_ candidate: Candidate) -> [Objection] {
    guard looksAfter(.cost) else { return [] }
    let price = candidate.evidence.price
    let limit = assignment.brief.constraints.first { $0.kind == .budget }
    if let limit, let budget = limit.number, price.monthly > budget {
      return [
        objection(
          candidate,
          claim: "It costs \(Money.text(price.monthly)) a month and the limit is \(Money.text(budget))",
          basis: Objection.Basis(kind: .price, reference: limit.id, detail: Self.detail(price, over: budget)),
          severity: .high,
          veto: true)
      ]
    }
    let cheapest = assignment.candidates.min { $0.evidence.price.monthly < $1.evidence.price.monthly }
    guard let cheapest, cheapest.draft.label != candidate.draft.label, cheapest.evidence.price.monthly > 0,
      price.monthly > cheapest.evidence.price.monthly * Self.dearness
    else { return [] }
    let base = cheapest.evidence.price.monthly
    return [
      objection(
        candidate,
        claim: "It costs \(Money.text(price.monthly)) a month, draft \(cheapest.draft.label) "
          + "\(Money.text(base)) with \(Self.met(cheapest)) requirements met against \(Self.met(candidate))",
        basis: Objection.Basis(
          kind: .price, reference: cheapest.draft.label, detail: Self.detail(price, over: base)),
        severity: .medium)
    ]
  }

  private static func met(_ candidate: Candidate) -> String {
    let coverage = candidate.evidence.coverage
    return "\(coverage.filter { $0.status == .met }.count) of \(coverage.count)"
  }

  /// The dearest resources, which are where the money is.
  private static func detail(_ price: PriceEstimate, over base: Double) -> String {
    let dearest = price.resources.compactMap { resource in
      resource.monthly.map { (resource.address, $0) }
    }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(3)
    let shown = dearest.map { "\($0.0) \(Money.text($0.1))" }.joined(separator: ", ")
    return "\(Money.text(price.monthly - base)) a month more; the dearest are \(shown)"
  }

  private func looksAfter(_ category: Finding.Category) -> Bool { assignment.agent.focus.contains(category) }

  private func objection(
    _ candidate: Candidate, claim: String, basis: Objection.Basis, severity: Severity, veto: Bool = false
  ) -> Objection {
    Objection(
      id: "", by: assignment.agent.key, against: candidate.draft.label, claim: claim, basis: basis,
      severity: severity.rawValue, veto: veto)
  }
}
