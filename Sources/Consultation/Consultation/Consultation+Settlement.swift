import Basics
import CrewFile
import Experts
import Vocabulary

extension Consultation {
  /// Runs the check each objection names: what the evidence does not bear out is dismissed, however it was put.
  func settle(_ round: Int, transcript: Transcript) throws -> [Objection]? {
    guard try leading(round, transcript: transcript) != nil else { return nil }
    let candidates = try transcript.candidates(rounds: round - 1)
    var settled: [Objection] = []
    var raised: Set<String> = []
    for critic in crew.critics {
      let claims = try transcript.value(.objections(round: round, agent: critic)) ?? []
      for var objection in claims {
        objection.id = "OBJ-\(round > 1 ? "\(round)." : "")\(settled.count + 1)"
        objection.by = critic
        let candidate = candidates.first { $0.draft.label == objection.against }
        if !raised.insert("\(objection.against) \(objection.basis.reference)").inserted {
          objection.outcome = .dismissed
          objection.answer = "Raised already on the same basis."
        } else if let reason = refutation(of: objection, evidence: candidate?.evidence, among: candidates) {
          objection.outcome = .dismissed
          objection.answer = reason
        }
        if crew.agent(critic)?.veto != true { objection.veto = false }
        settled.append(objection)
      }
    }
    settled += try withdrawn(round, transcript: transcript, raised: raised, count: settled.count)
    return settled
  }

  /// Objections of the round before that nothing answered and nobody raised again: a critic who only stopped asking has
  /// changed no fact, so they stand.
  private func withdrawn(
    _ round: Int, transcript: Transcript, raised: Set<String>, count: Int
  ) throws -> [Objection] {
    guard round > 1, let leading = try leading(round, transcript: transcript),
      let before = try transcript.value(.outcome(round: round - 1))
    else { return [] }
    let open = before.objections.filter { objection in
      (objection.outcome == .unresolved || objection.outcome == .declined)
        && !raised.contains("\(leading.draft.label) \(objection.basis.reference)")
        && refutation(of: objection, evidence: leading.evidence, among: []) == nil
    }
    return open.enumerated().map { index, objection in
      var standing = objection
      standing.carriedOverFrom = objection.id
      standing.id = "OBJ-\(round).\(count + index + 1)"
      standing.against = leading.draft.label
      standing.outcome = .open
      standing.answer = ""
      return standing
    }
  }

  /// Says how each objection ended once the revision was checked, and which draft goes on.
  func outcome(_ round: Int, transcript: Transcript) throws -> RoundOutcome? {
    guard let before = try leading(round, transcript: transcript),
      let settled = try transcript.value(.settlement(round: round))
    else { return nil }
    let revision = try transcript.value(.revision(round: round))
    let after = try transcript.value(.revisionEvidence(round: round))
    guard let revision, let after else {
      let objections = settled.map {
        ended($0, leading: before.draft.label, revision: nil, evidence: nil, better: nil, candidates: [])
      }
      return RoundOutcome(
        objections: objections, leading: before.draft.label, introduced: [], needsAnotherRound: false)
    }
    let better = rank(before.evidence) < rank(after)
    let known = Set(before.evidence.findings.map(\.id))
    let candidates = try transcript.candidates(rounds: round - 1)
    let objections = settled.map {
      ended(
        $0, leading: before.draft.label, revision: revision, evidence: after, better: better,
        candidates: candidates)
    }
    return RoundOutcome(
      objections: objections, leading: better ? revision.draft.label : before.draft.label,
      introduced: after.findings.map(\.id).filter { !known.contains($0) }.sorted(),
      needsAnotherRound: objections.contains { $0.outcome == .resolved }
        && objections.contains { $0.outcome == .unresolved || $0.outcome == .declined })
  }

  private func ended(
    _ objection: Objection, leading: String, revision: Revision?, evidence: Evidence?, better: Bool?,
    candidates: [Candidate]
  ) -> Objection {
    guard objection.outcome == .open else { return objection }
    var ended = objection
    guard objection.against == leading else {
      ended.outcome = .setAside
      ended.answer = "Upheld against draft \(objection.against), which is not the one that was revised."
      return ended
    }
    guard let revision, let evidence else {
      ended.outcome = .unresolved
      ended.answer = "There is no checked revision."
      return ended
    }
    let answer = revision.answers.first { $0.objection == objection.id }
    if let gone = refutation(of: objection, evidence: evidence, among: candidates) {
      ended.outcome = .resolved
      ended.answer = [answer?.reason, "After the revision: \(gone)"].compactMap { $0 }.joined(separator: " ")
    } else if let answer, !answer.accepted {
      ended.outcome = .declined
      ended.answer = answer.reason
    } else {
      ended.outcome = .unresolved
      ended.answer = (answer.map { "\($0.reason) " } ?? "") + "The check still says the same."
    }
    if better == false {
      ended.answer += " The revision was not better by evidence; the draft before it goes on."
    }
    return ended
  }

  /// Why the evidence does not bear out an objection; nil where it does.
  /// - Parameter candidates: the other drafts, for a claim that compares.
  func refutation(
    of objection: Objection, evidence: Evidence?, among candidates: [Candidate]
  ) -> String? {
    guard let evidence else { return "There is no draft \(objection.against) whose checks ran." }
    switch objection.basis.kind {
    case .finding:
      let found = evidence.findings.contains { $0.id == objection.basis.reference && $0.outcome == .fail }
      return found ? nil : "The check does not report \(objection.basis.reference)."
    case .price: return priceRefutation(objection, evidence: evidence, candidates: candidates)
    case .requirement:
      guard let coverage = evidence.coverage.first(where: { $0.requirement == objection.basis.reference })
      else {
        return "There is no requirement \(objection.basis.reference)."
      }
      return coverage.status == .met ? "\(objection.basis.reference) is met." : nil
    case .validation:
      let failed = evidence.validation.contains {
        $0.stage == objection.basis.reference && $0.status == .failed
      }
      return failed ? nil : "The stage \(objection.basis.reference) does not fail."
    case .document:
      return "No check can settle it, so it weighs nothing."
    }
  }

  /// A price is too high against the budget it names, or against the draft it names.
  private func priceRefutation(
    _ objection: Objection, evidence: Evidence, candidates: [Candidate]
  ) -> String? {
    let price = evidence.price.monthly
    let reference = objection.basis.reference
    if let limit = brief.constraints.first(where: { $0.id == reference })?.number {
      return price > limit ? nil : "It costs \(Money.text(price)) a month, within \(Money.text(limit))."
    }
    guard let other = candidates.first(where: { $0.draft.label == reference })?.evidence.price.monthly else {
      return "There is no limit and no draft named \(reference) to compare with."
    }
    return price > other ? nil : "It costs \(Money.text(price)) a month, not more than draft \(reference)."
  }
}
