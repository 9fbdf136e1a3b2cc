import Basics
import CrewFile
import Digests
import Experts
import Reporting
import TaskGraph
import Vocabulary

extension Consultation {
  /// The report on an outcome; a function of journalled values alone, so that a replay gives the same bytes.
  package func report(on outcome: Outcome, facts: RunFacts) throws -> Report {
    let transcript = outcome.transcript
    let candidates = try transcript.candidates(rounds: crew.rounds)
    guard let chosen = candidates.first(where: { $0.draft.label == outcome.verdict.draft }),
      let gate = try transcript.value(.gate)
    else {
      throw ConsultationError(
        .noDraft, summary: "The verdict names no draft",
        detail: "Draft \(outcome.verdict.draft) was not checked.")
    }
    return Report(
      run: facts.run, created: facts.created, request: request.text,
      crew: CrewSummary(
        name: crew.name, digest: crew.digest,
        agents: crew.agents.map { AgentSummary(key: $0.key, role: $0.role) }),
      mode: request.mode, experts: crew.agents.compactMap { experts[$0.key]?.identity },
      brief: briefReport(chosen.evidence),
      drafts: try drafts(candidates, verdict: outcome.verdict, transcript: transcript),
      gate: GateReport(
        leading: gate.leading, ranking: gate.ranking, debate: gate.debate, reason: gate.reason),
      objections: try allObjections(transcript), ballots: try ballots(transcript), verdict: outcome.verdict,
      modes: modes(candidates, gate: gate, chosen: chosen), artifacts: artifacts(chosen.draft),
      price: PriceReport(chosen.evidence.price), findings: Self.gravestFirst(chosen.evidence.findings),
      validation: chosen.evidence.validation, steps: steps(outcome, times: facts.times),
      usage: facts.usage, remembered: facts.remembered, conformity: try conformity(transcript),
      sent: facts.sent)
  }

  /// Every draft and revision, with why those that were not chosen lost.
  private func drafts(
    _ candidates: [Candidate], verdict: Verdict, transcript: Transcript
  ) throws -> [DraftReport] {
    let tally = try tally(transcript)
    guard let chosen = candidates.first(where: { $0.draft.label == verdict.draft }) else { return [] }
    return candidates.map { candidate in
      let isChosen = candidate.draft.label == verdict.draft
      return DraftReport(
        candidate.draft, evidence: candidate.evidence,
        lost: isChosen ? nil : loss(candidate, against: chosen, tally: tally))
    }
  }

  private func loss(
    _ candidate: Candidate, against chosen: Candidate,
    tally: Tally
  ) -> String {
    let (label, other) = (candidate.draft.label, chosen.draft.label)
    let letters = label.prefix { $0.isLetter }
    if other.hasPrefix(letters), other.dropFirst(letters.count).allSatisfy(\.isNumber),
      label.count < other.count
    {
      return "Draft \(other) is its revision."
    }
    if !candidate.evidence.isValid, chosen.evidence.isValid {
      let stages = candidate.evidence.validation.filter { $0.status == .failed }.map(\.stage)
      return "It fails \(stages.joined(separator: ", "))."
    }
    let ranks = (
      rank(chosen.evidence), rank(candidate.evidence)
    )
    if ranks.0[.fitness] > ranks.1[.fitness] {
      return "It has less of what was asked for than draft \(other)."
    }
    if let own = tally.mark(label), let better = tally.mark(other),
      tally.rounded(better) > tally.rounded(own)
    {
      return
        "Judges gave it \(Money.decimal(own, places: 2)) of 10, draft \(other) \(Money.decimal(better, places: 2))."
    }
    return ranks.0.advantage(over: ranks.1).map { "By evidence draft \(other) is better in \($0.words)." }
      ?? "Draft \(other) came before it in the same rank."
  }

  private func conformity(_ transcript: Transcript) throws -> [UnsupportedChangeOfMind] {
    let standing = try allObjections(transcript).filter { $0.carriedOverFrom != nil }
    return standing.map {
      UnsupportedChangeOfMind(
        by: $0.by, kind: .withdrawn,
        detail:
          "\($0.carriedOverFrom ?? "") was not raised again, and the checks still say the same; it stands as \($0.id)."
      )
    } + (try tally(transcript).turned)
  }

  private func briefReport(_ evidence: Evidence) -> BriefReport {
    BriefReport(
      title: brief.title,
      requirements: brief.requirements.map { requirement in
        let coverage = evidence.coverage.first { $0.requirement == requirement.id }
        return BriefReport.Requirement(
          id: requirement.id, text: requirement.text, status: coverage?.status ?? .unknown,
          evidence: coverage?.evidence ?? [], reason: coverage?.reason ?? "No check ran.",
          kind: requirement.kind, places: coverage?.places)
      }, constraints: brief.constraints, assumptions: brief.assumptions, questions: brief.questions,
      placements: brief.placements)
  }

  /// Each mode's answer from the same drafts: the first drafter's alone, the best by evidence, the verdict.
  private func modes(
    _ candidates: [Candidate], gate: Gate,
    chosen: Candidate
  ) -> [ModeReport] {
    var modes: [ModeReport] = []
    if let solo = candidates.first(where: { $0.draft.author == crew.drafters.first }) {
      modes.append(ModeReport(mode: .solo, draft: solo.draft.label, evidence: solo.evidence))
    }
    if request.mode != .solo, let best = candidates.first(where: { $0.draft.label == gate.leading }) {
      modes.append(ModeReport(mode: .ensemble, draft: best.draft.label, evidence: best.evidence))
    }
    if request.mode == .debate {
      modes.append(ModeReport(mode: .debate, draft: chosen.draft.label, evidence: chosen.evidence))
    }
    return modes
  }

  private func artifacts(_ draft: Draft) -> [ArtifactReport] {
    draft.files.sorted { $0.path < $1.path }.map {
      ArtifactReport(path: $0.path, sha256: Digest(of: $0.content).hexadecimal, kind: $0.kind)
    }
  }

  private func steps(_ outcome: Outcome, times: [String: StepTime]) -> [StepReport] {
    let needs = graph.essentialNeeds
    return graph.nodes.map { node in
      var report = StepReport(
        key: node.id, title: node.payload.title(crew), status: "done", after: needs[node.id],
        time: times[node.id])
      if let failure = outcome.failures.first(where: { $0.step == node.id }) {
        report.status = "failed"
        report.detail = failure.reason
      } else if outcome.transcript.results[node.id]?.isNull ?? true {
        report.status = "idle"
      }
      return report
    }
  }

  private static func gravestFirst(_ findings: [Finding]) -> [Finding] {
    findings.sorted { left, right in
      left.severity == right.severity ? left.id < right.id : left.severity > right.severity
    }
  }
}

extension Consultation {
  /// The files of the draft the verdict chose.
  package func chosenFiles(_ outcome: Outcome) throws -> [Artifact] {
    try outcome.transcript.candidates(rounds: crew.rounds).first { $0.draft.label == outcome.verdict.draft }?
      .draft.files ?? []
  }
}
