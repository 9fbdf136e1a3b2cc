import Basics
import Vocabulary

extension Gate {
  /// Ranks the drafts and says whether talking can add anything: only when they differ or something is wrong.
  init(candidates: [(draft: Draft, evidence: Evidence)], brief: Brief, mode: Request.Mode) throws {
    let ranked = candidates.sorted { left, right in
      let (a, b) = (EvidenceRank(left.evidence, brief: brief), EvidenceRank(right.evidence, brief: brief))
      return a == b ? left.draft.label < right.draft.label : b < a
    }
    guard let best = ranked.first else {
      throw ConsultationError(
        .noDraft, summary: "No expert could draft",
        detail: "Every draft or its checks failed; the steps above say why. Nothing was written.")
    }
    leading = best.draft.label
    ranking = ranked.map(\.draft.label)
    let rest = ranked.dropFirst()
    let other = rest.min { Self.likeness($0, best) < Self.likeness($1, best) }
    shown = [best.draft.label] + (other.map { [$0.draft.label] } ?? [])
    let troubled = candidates.filter { !Self.passes($0.evidence, brief) }.map(\.draft.label)
    let unlike = rest.filter { Self.likeness($0, best) < Self.agreement }.map(\.draft.label)
    if mode != .debate {
      debate = false
      reason = "The mode is \(mode.rawValue): the best draft by evidence is taken."
    } else if troubled.isEmpty && unlike.isEmpty {
      debate = false
      reason = "The drafts agree and every check passes; a debate could only add words."
    } else {
      debate = true
      let problems =
        troubled.isEmpty ? "" : Self.sentence(troubled, "has open findings", "have open findings")
      let differences =
        unlike.isEmpty ? "" : Self.sentence(unlike, "differs", "differ") + " from \(best.draft.label)"
      reason = [problems, differences].filter { !$0.isEmpty }.joined(separator: "; ") + "."
    }
  }

  /// `Draft A differs`, `Drafts A, B and C differ`.
  private static func sentence(_ labels: [String], _ one: String, _ several: String) -> String {
    guard labels.count > 1, let last = labels.max() else { return "Draft \(labels.joined()) \(one)" }
    let rest = labels.sorted().dropLast().joined(separator: ", ")
    return "Drafts \(rest) and \(last) \(several)"
  }

  /// Drafts whose resources overlap this much say the same.
  private static let agreement = 0.9

  private static func passes(_ evidence: Evidence, _ brief: Brief) -> Bool {
    evidence.isValid && evidence.unmet.isEmpty
      && !evidence.findings.contains { $0.outcome == .fail && $0.severity >= .medium }
      && evidence.price.monthly <= brief.budget ?? .infinity
  }

  /// Weighted Jaccard index of the multisets of resource types with their monthly price, 0 to 1.
  private static func likeness(
    _ left: (draft: Draft, evidence: Evidence), _ right: (draft: Draft, evidence: Evidence)
  ) -> Double {
    func bag(_ evidence: Evidence) -> [String: Double] {
      var bag: [String: Double] = [:]
      for resource in evidence.price.resources {
        bag["\(resource.type) \(Int(resource.monthly ?? 0))", default: 0] += 1
      }
      return bag
    }
    let (a, b) = (bag(left.evidence), bag(right.evidence))
    let keys = Set(a.keys).union(b.keys)
    let union = keys.reduce(0) { $0 + max(a[$1] ?? 0, b[$1] ?? 0) }
    guard union > 0 else { return 1 }
    return keys.reduce(0) { $0 + min(a[$1] ?? 0, b[$1] ?? 0) } / union
  }
}
