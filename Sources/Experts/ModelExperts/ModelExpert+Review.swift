import Experts
import Basics
import LanguageModels
import Vocabulary

extension ModelExpert {
  package func objections(_ assignment: ReviewAssignment) async throws -> [Objection] {
    let words = try prompts.text(
      "steps/objections",
      values: [
        "brief": .string(try shown(assignment.brief)), "focus": focus(of: assignment.agent),
        "candidates": shown(assignment.candidates),
      ])
    let bases = ObjectionBases(assignment)
    let sent = forms.objections.choosing(["objections", "against"], among: bases.labels)
      .choosing(["objections", "reference"], among: bases.references)
    let document = try await document(
      forms.objections, sent: sent, agent: assignment.agent, words: words,
      wish: { document in
        (document["objections"]?.array ?? []).enumerated().compactMap { index, entry in
          bases.fault(in: entry).map { "/objections/\(index): \($0)" }
        }
      })
    // One that still names nothing that exists is no less an objection: the checks dismiss it, and the report says so.
    return (document["objections"]?.array ?? []).map { entry in
      bases.objection(entry, by: assignment.agent.key)
    }
  }

  package func ballot(_ assignment: BallotAssignment) async throws -> Ballot {
    let words = try prompts.text(
      "steps/ballot",
      values: [
        "brief": .string(try shown(assignment.brief)), "focus": focus(of: assignment.agent),
        "candidates": shown(assignment.candidates, hasFiles: false),
      ])
    let labels = assignment.candidates.map(\.draft.label)
    let sent = forms.ballot.choosing(["scores", "draft"], among: labels)
    let document = try await document(
      forms.ballot, sent: sent, agent: assignment.agent, words: words,
      check: { document in
        let scored = Set((document["scores"]?.array ?? []).compactMap { $0["draft"]?.string })
        return labels.filter { !scored.contains($0) }.map { "/scores: There is no score of candidate \($0)." }
      })
    let scores = (document["scores"]?.array ?? []).compactMap { score(of: $0, labels) }
    return Ballot(judge: assignment.agent.key, order: labels, scores: scores)
  }

  private func score(of entry: JSONValue, _ labels: [String]) -> Ballot.Score? {
    guard let draft = entry["draft"]?.string, labels.contains(draft) else { return nil }
    func mark(_ name: String) -> Double { entry[name]?.double ?? 0 }
    return Ballot.Score(
      draft: draft, requirements: mark("requirements"), security: mark("security"),
      reliability: mark("reliability"), cost: mark("cost"), total: mark("total"),
      reason: entry["reason"]?.string ?? "")
  }

  private func focus(of agent: AgentProfile) -> JSONValue {
    agent.focus.isEmpty ? .null : .string(agent.focus.map(\.rawValue).joined(separator: ", "))
  }

  private func shown(_ candidates: [Candidate], hasFiles: Bool = true) -> JSONValue {
    .array(
      candidates.map {
        [
          "label": .string($0.draft.label), "draft": .string(DraftText($0.draft, hasFiles: hasFiles).text),
          "evidence": .string(EvidenceDocument($0.evidence).text),
        ]
      })
  }
}
