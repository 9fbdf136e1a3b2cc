import Basics
import CrewFile
import Digests
import Experts
import TaskGraph
import Vocabulary

/// One consultation: blind drafts, evidence, one round of objections, a revision, ballots and a verdict.
///
/// Values in, values out: experts, checks and journal are given. The same code runs a consultation, resumes it and
/// replays it; which of the three it is depends on what the journal already holds.
package struct Consultation: Sendable {
  let crew: Crew
  let request: Request
  let brief: Brief
  /// Who answers for each agent, by its key.
  let experts: [String: any Expert]
  let evidence: any EvidenceSource
  let journal: any Journal
  /// What earlier verdicts came to.
  let calibration: Calibration
  let weights: Weights
  package let graph: ConsultationGraph.Graph
  let known = KnownEvidence()

  package init(
    crew: Crew, request: Request, brief: Brief, experts: [String: any Expert], evidence: any EvidenceSource,
    journal: any Journal, weights: Weights, calibration: Calibration = .none
  ) throws {
    self.calibration = calibration
    self.weights = weights
    self.crew = crew
    self.request = request
    self.brief = brief
    self.experts = experts
    self.evidence = evidence
    self.journal = journal
    graph = try ConsultationGraph.make(
      crew: crew, mode: request.mode, seed: Self.seed(crew, request: request))
  }

  /// Decides which label each drafter gets: the same for the same request and crew, so that the answer is, too.
  package static func seed(_ crew: Crew, request: Request) -> String {
    Digest(of: "\(crew.digest)\n\(request.text)").hexadecimal
  }

  /// Runs what the journal does not have yet.
  /// - Parameter limit: steps at the same time.
  /// - Throws: the journal's error when a step could not be kept; `ConsultationError` when there is no verdict.
  package func run(limit: Int, observe: (TaskEvent) -> Void = { _ in }) async throws -> Outcome {
    let decoded = StepResults()
    let outcomes = await graph.walk(limit: limit, observe: observe) { node, inputs in
      try await journalled(node.payload, transcript: Transcript(results: inputs, decoded: decoded))
    }
    try Task.checkCancellation()
    var results: [String: JSONValue] = [:]
    var failures: [(step: String, reason: String)] = []
    for node in graph.nodes {
      switch outcomes[node.id] {
      case .succeeded(let value): results[node.id] = value
      case .failed(let error as JournalFailure): throw error.cause
      case .failed(let error): failures.append((node.id, "\(error)"))
      case .skipped, nil: break
      }
    }
    let transcript = Transcript(results: results, decoded: decoded)
    guard let verdict = try transcript.value(.verdict) else {
      let reasons = failures.map { "\($0.step): \($0.reason)" }
      throw ConsultationError(
        .noDraft, summary: "The consultation has no verdict",
        detail: reasons.isEmpty ? "No step failed, yet none decided." : reasons.joined(separator: "\n"))
    }
    // Only now: a run that came to nothing is taken up again, and then who failed is asked again.
    for failure in failures where try await journal.entry(failure.step) == nil {
      try await journal.keep(.failed(reason: failure.reason), under: failure.step)
    }
    return Outcome(transcript: transcript, verdict: verdict, failures: failures)
  }

  /// What a run came to.
  package struct Outcome: Sendable {
    package let transcript: Transcript
    package let verdict: Verdict
    /// Steps that failed without ending the run.
    package let failures: [(step: String, reason: String)]
  }

  private func journalled(_ step: StepNode, transcript: Transcript) async throws -> JSONValue {
    try await JournalledSteps(journal).value(step.key, keeps: { _ in false }) {
      let mark = "failure/\(step.key)"
      let reason = try await journal.entry(mark)
      if reason != nil { try await checkUndecided(step) }
      do {
        return try await perform(step, transcript: transcript)
      } catch {
        try Task.checkCancellation()
        if reason == nil { try await journal.keep(.done(.string("\(error)")), under: mark) }
        throw error
      }
    }
  }

  /// A step that failed in an earlier life is done again, unless what comes after it was decided without it.
  private func checkUndecided(_ step: StepNode) async throws {
    for node in graph.nodes where node.after.contains(step.key) || node.waitsFor.contains(step.key) {
      guard case .done = try await journal.entry(node.id) else { continue }
      throw ConsultationError(
        .stepFailed, summary: "The step failed before",
        detail:
          "'\(step.key)' failed before the run was taken up again, and '\(node.id)' was decided without it.")
    }
  }
}
