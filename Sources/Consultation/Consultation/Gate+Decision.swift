import Basics
import Experts
import Vocabulary

extension Gate {
  /// Ranks the drafts and says whether talking can add anything: only when they differ or something is wrong.
  init(candidates: [Candidate], brief: Brief, mode: Request.Mode, weights: Weights) throws {
    let ranked = Self.ranked(candidates, brief: brief, weights: weights.rank)
    guard let best = ranked.first else {
      throw ConsultationError(
        .noDraft, summary: "No expert could draft",
        detail: "Every draft or its checks failed; the steps above say why. Nothing was written.")
    }
    leading = best.draft.label
    ranking = ranked.map(\.draft.label)
    let rest = ranked.dropFirst()
    let other = rest.min {
      Likeness.between($0.evidence, right: best.evidence)
        < Likeness.between($1.evidence, right: best.evidence)
    }
    shown = [best.draft.label] + (other.map { [$0.draft.label] } ?? [])
    let troubled = candidates.filter { !Self.passes($0.evidence, brief: brief) }.map(\.draft.label)
    let unlike = rest.filter { Likeness.between($0.evidence, right: best.evidence) < weights.gate.agreement }
      .map(
        \.draft.label)
    if mode != .debate {
      debate = false
      reason = "The mode is \(mode.rawValue): the best draft by evidence is taken."
    } else if troubled.isEmpty && unlike.isEmpty {
      debate = false
      reason = "The drafts agree and every check passes; a debate could only add words."
    } else {
      debate = true
      let problems =
        troubled.isEmpty
        ? "" : Self.sentence(troubled, one: "has open findings", several: "have open findings")
      let differences =
        unlike.isEmpty
        ? "" : Self.sentence(unlike, one: "differs", several: "differ") + " from \(best.draft.label)"
      reason = [problems, differences].filter { !$0.isEmpty }.joined(separator: "; ") + "."
    }
  }

  /// Best first; each draft's rank is worked out once.
  private static func ranked(
    _ candidates: [Candidate], brief: Brief, weights: RankWeights
  ) -> [Candidate] {
    let ranks = candidates.map { candidate in
      let others = candidates.filter { $0.draft.label != candidate.draft.label && $0.evidence.isValid }
      let likeness = others.reduce(0) { $0 + Likeness.between(candidate.evidence, right: $1.evidence) }
      return EvidenceRank(
        candidate.evidence, brief: brief, weights: weights,
        agreement: others.isEmpty ? 0 : likeness / Double(others.count))
    }
    return candidates.indices.sorted { left, right in
      ranks[left] == ranks[right]
        ? candidates[left].draft.label < candidates[right].draft.label : ranks[right] < ranks[left]
    }.map { candidates[$0] }
  }

  /// `Draft A differs`, `Drafts A, B and C differ`.
  private static func sentence(_ labels: [String], one: String, several: String) -> String {
    guard labels.count > 1, let last = labels.max() else { return "Draft \(labels.joined()) \(one)" }
    let rest = labels.sorted().dropLast().joined(separator: ", ")
    return "Drafts \(rest) and \(last) \(several)"
  }

  private static func passes(_ evidence: Evidence, brief: Brief) -> Bool {
    evidence.isValid && evidence.unmet.isEmpty
      && !evidence.findings.contains { $0.outcome == .fail && $0.severity >= .medium }
      && evidence.price.monthly <= brief.budget ?? .infinity
  }
}
