import Basics
import CrewFile
import Experts
import Vocabulary

extension Consultation {
  /// The candidate with the best independent marks among those nobody may refuse.
  func verdict(_ transcript: Transcript) throws -> Verdict {
    let candidates = try transcript.candidates(rounds: crew.rounds)
    guard let gate = try transcript.value(.gate), !candidates.isEmpty else {
      throw ConsultationError(
        .noDraft, summary: "There is nothing to decide on", detail: "No draft was checked.")
    }
    let tally = try tally(transcript)
    let objections = try allObjections(transcript)
    let vetoes = Dictionary(
      uniqueKeysWithValues: candidates.map { ($0.draft.label, refusals($0, objections: objections)) })
    let ranked = candidates.sorted { left, right in
      let (a, b) = (
        standing(left, tally: tally, vetoes: vetoes), standing(right, tally: tally, vetoes: vetoes)
      )
      if a != b { return a > b }
      let (x, y) = (rank(left.evidence), rank(right.evidence))
      guard x == y else { return x > y }
      return place(left.draft.label, gate: gate) < place(right.draft.label, gate: gate)
    }
    let chosen = ranked[0]
    let label = chosen.draft.label
    let confidence = Confidence(
      evidence: chosen.evidence, share: tally.share(preferring: label), calibration: calibration,
      weights: weights.confidence)
    return Verdict(
      draft: label, reason: reason(label, gate: gate, tally: tally), confidence: confidence.published,
      calibration: calibration.words, claimed: confidence.value, parts: confidence.parts,
      vetoes: vetoes[label] ?? [], dissent: tally.dissent(from: label))
  }

  /// Where the gate put it, who also looked at what others propose; a revision stands before all drafts.
  private func place(_ label: String, gate: Gate) -> (Int, String) {
    (gate.ranking.firstIndex(of: label) ?? -1, label)
  }

  /// Compared from left to right: a broken draft, then a vetoed one, then one that has less of what was asked for loses
  /// before marks are looked at.
  private func standing(
    _ candidate: Candidate, tally: Tally, vetoes: [String: [Verdict.Veto]]
  ) -> Standing {
    Standing(
      valid: candidate.evidence.isValid, unvetoed: vetoes[candidate.draft.label]?.isEmpty ?? true,
      readiness: rank(candidate.evidence)[.readiness],
      fitness: rank(candidate.evidence)[.fitness],
      mark: tally.rounded(tally.mark(candidate.draft.label) ?? 0))
  }

  private struct Standing: Comparable {
    var valid: Bool
    var unvetoed: Bool
    /// How much has to be supplied or put right before a plan; no mark makes up for that either.
    var readiness: Double
    /// What was asked for and is there; no mark makes up for it.
    var fitness: Double
    var mark: Double

    static func < (left: Standing, right: Standing) -> Bool {
      if left.valid != right.valid { return right.valid }
      if left.unvetoed != right.unvetoed { return right.unvetoed }
      if left.readiness != right.readiness { return left.readiness < right.readiness }
      if left.fitness != right.fitness { return left.fitness < right.fitness }
      return left.mark < right.mark
    }
  }

  private func reason(_ label: String, gate: Gate, tally: Tally) -> String {
    guard let mark = tally.mark(label) else { return "\(gate.reason) Draft \(label) is best by evidence." }
    let marks = tally.labels.map { "\($0) \(Money.decimal(tally.mark($0) ?? 0, places: 2))" }.joined(
      separator: ", ")
    return "\(gate.reason) Judges gave draft \(label) \(Money.decimal(mark, places: 2)) of 10 (\(marks))."
  }

  /// A draft's rank by its evidence alone.
  func rank(_ evidence: Evidence) -> EvidenceRank {
    EvidenceRank(evidence, brief: brief, weights: weights.rank)
  }

  func tally(_ transcript: Transcript) throws -> Tally {
    try Tally(ballots: ballots(transcript), authors: authors(transcript), weights: weights.tally)
  }

  func ballots(_ transcript: Transcript) throws -> [Ballot] {
    try crew.judges.flatMap { judge in
      try (1...2).compactMap { try transcript.value(.ballot(judge: judge, order: $0)) }
    }
  }

  private func authors(_ transcript: Transcript) throws -> [String: String] {
    let pairs = try transcript.candidates(rounds: crew.rounds).map { ($0.draft.label, $0.draft.author) }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// What every round came to, in the order of the rounds.
  func allObjections(_ transcript: Transcript) throws -> [Objection] {
    guard crew.rounds > 0 else { return [] }
    return try (1...crew.rounds).flatMap { round in
      try transcript.value(.outcome(round: round))?.objections ?? []
    }
  }

  /// Who refuses a candidate: by a veto objection whose basis its evidence still bears out, whoever wrote it. A draft that
  /// the critic was not shown and that breaks the same rule at another address is refused for the same reason.
  private func refusals(
    _ candidate: Candidate, objections: [Objection]
  ) -> [Verdict.Veto] {
    var seen: Set<String> = []
    let vetoes = objections.filter { $0.veto && $0.outcome != .dismissed }
    let raised = vetoes.filter { objection in
      refutation(of: objection, evidence: candidate.evidence, among: []) == nil
        && seen.insert("\(objection.by) \(objection.basis.reference)").inserted
    }
    var rules = Set(raised.map { "\($0.by) \(Self.rule($0))" })
    let alike = vetoes.filter { objection in
      objection.basis.kind == .finding
        && candidate.evidence.findings.contains { $0.rule == Self.rule(objection) && $0.outcome == .fail }
        && rules.insert("\(objection.by) \(Self.rule(objection))").inserted
    }
    // What runs or reaches beyond resources needs no critic: a crew of models might not raise it.
    let effects = candidate.evidence.findings.filter { $0.rule.hasPrefix(Finding.Rule.effect) }
    return effects.map {
      Verdict.Veto(by: Self.gate, reason: "\($0.address): \($0.evidence)", objection: $0.id)
    }
      + (raised + alike).map { Verdict.Veto(by: $0.by, reason: $0.claim, objection: $0.id) }
  }

  /// Who vetoes where no agent has to.
  private static let gate = "consilium"

  /// The rule that an objection's finding is of.
  private static func rule(_ objection: Objection) -> String {
    String(objection.basis.reference.prefix { $0 != "@" })
  }
}
