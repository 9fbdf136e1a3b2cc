import Basics
import CrewFile
import Experts
import Vocabulary

extension Consultation {
  /// Does one step from the results of the steps before it; null where there is nothing to do.
  func perform(_ step: Step, transcript: Transcript) async throws -> JSONValue {
    switch step {
    case .draft(let label, let agent): try await draft(label, agent: agent)
    case .evidence(let label): try await check(transcript.drafts().first { $0.label == label })
    case .gate: try JSONValue(encoding: gate(transcript))
    case .objections(let round, let agent): try await objections(round, agent: agent, transcript: transcript)
    case .settlement(let round): try settle(round, transcript: transcript)
    case .revision(let round): try await revision(round, transcript: transcript)
    case .revisionEvidence(let round):
      try await check(transcript.value(.revision(round: round), as: Revision.self)?.draft)
    case .outcome(let round): try outcome(round, transcript: transcript)
    case .ballot(let judge, let order): try await ballot(judge, order: order, transcript: transcript)
    case .verdict: try JSONValue(encoding: verdict(transcript))
    }
  }

  private func draft(_ label: String, agent: String) async throws -> JSONValue {
    let assignment = DraftAssignment(
      request: request, brief: brief, agent: try profile(agent), label: label)
    let draft = try await answer(agent) { try await $0.draft(assignment) }
    return try JSONValue(encoding: try await evidence.repaired(draft))
  }

  private func check(_ draft: Draft?) async throws -> JSONValue {
    guard let draft else { return .null }
    let found = try await evidence.evidence(for: draft, brief: brief)
    let covered = Set(found.coverage.map(\.requirement))
    let lost = brief.requirements.map(\.id).filter { !covered.contains($0) }
    guard lost.isEmpty else {
      throw ConsultationError(
        .lostRequirement, summary: "A requirement was lost",
        detail: "The evidence for draft \(draft.label) says nothing of \(lost.joined(separator: ", ")).")
    }
    return try JSONValue(encoding: found)
  }

  private func gate(_ transcript: Transcript) throws -> Gate {
    try Gate(candidates: transcript.candidates(rounds: 0), brief: brief, mode: request.mode)
  }

  private func objections(_ round: Int, agent: String, transcript: Transcript) async throws -> JSONValue {
    let shown = try shownCandidates(round, transcript: transcript)
    guard !shown.isEmpty else { return .null }
    let assignment = ReviewAssignment(
      brief: brief, agent: try profile(agent), candidates: shown, round: round)
    return try JSONValue(encoding: try await answer(agent) { try await $0.objections(assignment) })
  }

  private func revision(_ round: Int, transcript: Transcript) async throws -> JSONValue {
    guard let leading = try leading(round, transcript: transcript),
      let settled = try transcript.value(.settlement(round: round), as: [Objection].self)
    else { return .null }
    let upheld = settled.filter { $0.against == leading.draft.label && $0.outcome == .open }
    guard !upheld.isEmpty else { return .null }
    let author = leading.draft.author
    let base = leading.draft.label.prefix { $0.isLetter }
    let assignment = RevisionAssignment(
      request: request, brief: brief, agent: try profile(author),
      candidate: Candidate(draft: leading.draft, evidence: leading.evidence), objections: upheld,
      label: "\(base)\(round + 1)")
    var revision = try await answer(author) { try await $0.revision(assignment) }
    revision.draft = try await evidence.repaired(revision.draft)
    return try JSONValue(encoding: revision)
  }

  private func ballot(_ judge: String, order: Int, transcript: Transcript) async throws -> JSONValue {
    var candidates = try transcript.candidates(rounds: crew.rounds).map(Self.unnamed)
    guard candidates.count > 1 else { return .null }
    if order == 2 { candidates.reverse() }
    let assignment = BallotAssignment(brief: brief, agent: try profile(judge), candidates: candidates)
    return try JSONValue(encoding: try await answer(judge) { try await $0.ballot(assignment) })
  }

  /// The draft a round works on: what the round before left, or the gate's choice.
  func leading(_ round: Int, transcript: Transcript) throws -> (draft: Draft, evidence: Evidence)? {
    guard let gate = try transcript.value(.gate, as: Gate.self), gate.debate else { return nil }
    var label = gate.leading
    if round > 1 {
      guard let before = try transcript.value(.outcome(round: round - 1), as: RoundOutcome.self),
        before.needsAnotherRound
      else { return nil }
      label = before.leading
    }
    return try transcript.candidates(rounds: round - 1).first { $0.draft.label == label }
  }

  private func shownCandidates(_ round: Int, transcript: Transcript) throws -> [Candidate] {
    guard let leading = try leading(round, transcript: transcript),
      let gate = try transcript.value(.gate, as: Gate.self)
    else { return [] }
    let labels = Set(gate.shown.dropFirst() + [leading.draft.label])
    return try transcript.candidates(rounds: round - 1).filter { labels.contains($0.draft.label) }.map(
      Self.unnamed)
  }

  /// A draft without its author: critics and judges weigh evidence, not names.
  private static func unnamed(_ candidate: (draft: Draft, evidence: Evidence)) -> Candidate {
    var draft = candidate.draft
    draft.author = ""
    return Candidate(draft: draft, evidence: candidate.evidence)
  }

  private func profile(_ key: String) throws -> AgentProfile {
    AgentProfile(try agent(key))
  }

  private func agent(_ key: String) throws -> Agent {
    guard let agent = crew.agent(key) else {
      throw ConsultationError(
        .stepFailed, summary: "No such agent", detail: "The crew has no agent '\(key)'.")
    }
    return agent
  }

  /// Asks the agent's expert, for at most the time the agent has.
  private func answer<Value: Sendable>(
    _ key: String, question: @escaping @Sendable (any Expert) async throws -> Value
  ) async throws -> Value {
    let agent = try agent(key)
    guard let expert = experts[key] else {
      throw ConsultationError(
        .stepFailed, summary: "Nobody answers for an agent", detail: "No expert was given for '\(key)'.")
    }
    let late = ConsultationError(
      .stepFailed, summary: "An agent did not answer in time",
      detail: "'\(key)' took longer than its max_execution_time of \(agent.maximumSeconds) s.")
    return try await withTimeout(.seconds(agent.maximumSeconds), error: late) { try await question(expert) }
  }
}
