import Basics
import Consultation
import CrewFile
import Evidence
import Experts
import Handbook
import Vocabulary

/// Chooses an answer of the panel in one way.
struct Chooser: Sendable {
  let checks: OfflineChecks
  let workbench: any Workbench

  func choice(_ mode: EvaluationMode, panel: Panel) async throws -> Choice {
    switch mode {
    case .random: mean(panel.candidates)
    case .vote: single(medoid(panel.candidates))
    case .gate: mean(panel.valid.isEmpty ? panel.candidates : panel.valid)
    case .solo: single(panel.candidates[0])
    case .ensemble: try await consulted(.ensemble, panel: panel)
    case .debate: try await consulted(.debate, panel: panel)
    }
  }

  /// A chance: what is saved is the first, what is scored is the mean.
  private func mean(_ candidates: [PanelCandidate]) -> Choice {
    var choice = single(candidates[0])
    choice.right = candidates.reduce(0) { $0 + ($1.isRight ? 1 : 0) } / Double(candidates.count)
    return choice
  }

  private func single(_ candidate: PanelCandidate) -> Choice {
    Choice(
      files: candidate.draft.files, model: candidate.model, right: candidate.isRight ? 1 : 0,
      isChanged: candidate.isChanged, passes: candidate.passes)
  }

  /// The candidate whose resource types are most like those of all others.
  private func medoid(_ candidates: [PanelCandidate]) -> PanelCandidate {
    let scores = candidates.map { one in
      candidates.reduce(0.0) { $0 + Likeness.between(one.evidence, right: $1.evidence) }
    }
    let best = scores.indices.max { (scores[$0], $1) < (scores[$1], $0) }
    return candidates[best ?? 0]
  }

  /// The real protocol with the recorded answers as drafts.
  private func consulted(_ mode: EvaluationMode, panel: Panel) async throws -> Choice {
    let crew = try PanelCrew.crew(panel.candidates.map(\.model), mode: mode)
    var experts: [String: any Expert] = [:]
    for (index, candidate) in panel.candidates.enumerated() {
      let agent = crew.agents[index]
      let profile = AgentProfile(
        key: agent.key, role: agent.role, priority: agent.priority, focus: agent.focus)
      experts[agent.key] = PanelExpert(
        identity: ExpertIdentity(agent: agent.key, kind: .model, model: candidate.model),
        draft: candidate.draft,
        handbook: try HandbookExpert(profile: profile, workbench: workbench, edition: "panel"),
        workbench: workbench)
    }
    let known = Dictionary(
      panel.candidates.map { ($0.draft.files, $0.evidence) }, uniquingKeysWith: { first, _ in first })
    let request = Request(text: panel.request.prompt, mode: mode == .debate ? .debate : .ensemble)
    let consultation = try Consultation(
      crew: crew, request: request, brief: panel.brief, experts: experts,
      evidence: PanelEvidence(checks: checks, known: known),
      journal: VolatileJournal(), weights: try .shipped())
    let outcome = try await consultation.run(limit: 4)
    let files = try consultation.chosenFiles(outcome)
    if let chosen = panel.candidates.first(where: { $0.draft.files == files }) { return single(chosen) }
    let evidence = checks.evidence(for: files, brief: panel.brief)
    return Choice(
      files: files, model: "revision", right: 0, isChanged: true,
      passes: evidence.isValid && evidence.unmet.isEmpty,
      isFromRight: revised(outcome.verdict.draft, crew: crew, request: request, panel: panel)?.isRight
        ?? false)
  }

  /// The answer that a revision was made of.
  private func revised(
    _ label: String, crew: Crew, request: Request, panel: Panel
  ) -> PanelCandidate? {
    let base = label.prefix { $0.isLetter }
    let author = ConsultationGraph.labels(crew.drafters, seed: Consultation.seed(crew, request: request))
      .first { $0.label == base }?.agent
    return crew.agents.firstIndex { $0.key == author }.map { panel.candidates[$0] }
  }
}
