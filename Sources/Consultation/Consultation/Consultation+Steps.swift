import Basics
import CrewFile
import Experts
import TaskGraph
import Vocabulary

extension Consultation {
  /// Does one step from the results of the steps before it; null where there is nothing to do.
  func perform(_ node: StepNode, transcript: Transcript) async throws -> JSONValue {
    switch node {
    case .draft(let label, let agent):
      try result(of: .draft(label: label, agent: agent), try await draft(label, agent: agent))
    case .evidence(let label):
      try result(
        of: .evidence(label: label), try await check(transcript.drafts().first { $0.label == label }))
    case .gate: try result(of: .gate, try gate(transcript))
    case .objections(let round, let agent):
      try result(
        of: .objections(round: round, agent: agent),
        try await objections(round, agent: agent, transcript: transcript))
    case .settlement(let round):
      try result(of: .settlement(round: round), try settle(round, transcript: transcript))
    case .revision(let round):
      try result(of: .revision(round: round), try await revision(round, transcript: transcript))
    case .revisionEvidence(let round):
      try result(
        of: .revisionEvidence(round: round),
        try await check(transcript.value(.revision(round: round))?.draft))
    case .outcome(let round):
      try result(of: .outcome(round: round), try outcome(round, transcript: transcript))
    case .ballot(let judge, let order):
      try result(
        of: .ballot(judge: judge, order: order),
        try await ballot(judge, order: order, transcript: transcript))
    case .verdict: try result(of: .verdict, try verdict(transcript))
    }
  }

  /// What a step gave, as it is journalled; of the type that later steps read it as.
  private func result<Output>(of step: Step<Output>, _ value: Output?) throws -> JSONValue {
    guard let value else { return .null }
    return try JSONValue(encoding: value)
  }

  private func draft(_ label: String, agent: String) async throws -> Draft {
    let assignment = DraftAssignment(
      request: request, brief: brief, agent: try profile(agent), label: label,
      variant: variant(of: label, by: agent))
    let draft = try await answer(agent) { try await $0.draft(assignment) }
    return try await reworked(try await evidence.repaired(draft), agent: agent)
  }

  /// Which of an agent's own drafts this is, from 0.
  private func variant(of label: String, by agent: String) -> Int {
    let own = graph.nodes.compactMap { node -> String? in
      guard case .draft(let other, agent) = node.payload else { return nil }
      return other
    }
    return own.firstIndex(of: label) ?? 0
  }

  /// A model's draft that the tools refuse goes back to it once with their words; the better of the two by evidence goes on.
  private func reworked(_ draft: Draft, agent key: String) async throws -> Draft {
    guard experts[key]?.identity.kind == .model, !draft.files.isEmpty else { return draft }
    let found = try await checked(draft)
    // What the checks of our own say it was told already while it drafted.
    let refused = found.validation.filter { $0.status == .failed && $0.tool != ValidationStage.ownTool }
    guard !refused.isEmpty else { return draft }
    let objections = refused.enumerated().map { index, stage in
      Objection(
        id: "CHK-\(index + 1)", by: "checks", against: draft.label,
        claim: "\(stage.stage) fails: \(stage.detail.prefix(1500))",
        basis: Objection.Basis(kind: .validation, reference: stage.stage, detail: stage.tool),
        severity: Severity.high.rawValue)
    }
    let assignment = RevisionAssignment(
      request: request, brief: brief, agent: try profile(key),
      candidate: Candidate(draft: draft, evidence: found), objections: objections, label: draft.label)
    let stages = refused.map(\.stage).joined(separator: ", ")
    var first = draft
    do {
      var second = try await answer(key) { try await $0.revision(assignment) }.draft
      second = try await evidence.repaired(second)
      guard rank(found) < rank(try await checked(second)) else {
        first.notes.append("What \(stages) said was sent back; the answer was not better.")
        return first
      }
      second.notes.append("It failed \(stages) at first and was written again with what that said.")
      return second
    } catch {
      try Task.checkCancellation()
      first.notes.append("What \(stages) said was sent back, and no answer came: \(error)")
      return first
    }
  }

  /// What the checks say of files, asked for once.
  private func checked(_ draft: Draft) async throws -> Evidence {
    try await known.evidence(for: draft.files) { try await evidence.evidence(for: draft, brief: brief) }
  }

  private func check(_ draft: Draft?) async throws -> Evidence? {
    guard let draft else { return nil }
    let found = try await checked(draft)
    let covered = Set(found.coverage.map(\.requirement))
    let lost = brief.requirements.map(\.id).filter { !covered.contains($0) }
    guard lost.isEmpty else {
      throw ConsultationError(
        .lostRequirement, summary: "A requirement was lost",
        detail: "The evidence for draft \(draft.label) says nothing of \(lost.joined(separator: ", ")).")
    }
    return found
  }

  private func gate(_ transcript: Transcript) throws -> Gate {
    try Gate(candidates: transcript.candidates(rounds: 0), brief: brief, mode: request.mode, weights: weights)
  }

  private func objections(_ round: Int, agent: String, transcript: Transcript) async throws -> [Objection]? {
    let shown = try shownCandidates(round, transcript: transcript)
    guard !shown.isEmpty else { return nil }
    let assignment = ReviewAssignment(
      brief: brief, agent: try profile(agent), candidates: shown, round: round)
    return try await answer(agent) { try await $0.objections(assignment) }
  }

  private func revision(_ round: Int, transcript: Transcript) async throws -> Revision? {
    guard let leading = try leading(round, transcript: transcript),
      let settled = try transcript.value(.settlement(round: round))
    else { return nil }
    let upheld = settled.filter { $0.against == leading.draft.label && $0.outcome == .open }
    guard !upheld.isEmpty else { return nil }
    let author = leading.draft.author
    let base = leading.draft.label.prefix { $0.isLetter }
    let assignment = RevisionAssignment(
      request: request, brief: brief, agent: try profile(author),
      candidate: leading, objections: upheld,
      label: "\(base)\(round + 1)")
    var revision = try await answer(author) { try await $0.revision(assignment) }
    revision.draft = try await evidence.repaired(revision.draft)
    return revision
  }

  private func ballot(_ judge: String, order: Int, transcript: Transcript) async throws -> Ballot? {
    var candidates = try transcript.candidates(rounds: crew.rounds).map(Self.unnamed)
    guard candidates.count > 1 else { return nil }
    if order == 2 { candidates.reverse() }
    let assignment = BallotAssignment(brief: brief, agent: try profile(judge), candidates: candidates)
    return try await answer(judge) { try await $0.ballot(assignment) }
  }

  /// The draft a round works on: what the round before left, or the gate's choice.
  func leading(_ round: Int, transcript: Transcript) throws -> Candidate? {
    guard let gate = try transcript.value(.gate), gate.debate else { return nil }
    var label = gate.leading
    if round > 1 {
      guard let before = try transcript.value(.outcome(round: round - 1)),
        before.needsAnotherRound
      else { return nil }
      label = before.leading
    }
    return try transcript.candidates(rounds: round - 1).first { $0.draft.label == label }
  }

  private func shownCandidates(_ round: Int, transcript: Transcript) throws -> [Candidate] {
    guard let leading = try leading(round, transcript: transcript),
      let gate = try transcript.value(.gate)
    else { return [] }
    let labels = Set(gate.shown.dropFirst() + [leading.draft.label])
    return try transcript.candidates(rounds: round - 1).filter { labels.contains($0.draft.label) }.map(
      Self.unnamed)
  }

  /// A draft without its author: critics and judges weigh evidence, not names.
  private static func unnamed(_ candidate: Candidate) -> Candidate {
    var unnamed = candidate
    unnamed.draft.author = ""
    return unnamed
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
