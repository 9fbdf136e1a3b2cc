import Logs
import Records
import Basics
import Bundles
import Consultation
import CrewFile
import Digests
import Experts
import FoundationEssentials
import LanguageModels
import Reporting
import Store
import TaskGraph
import Vocabulary

/// Brings a run to its end: what the journal has is taken from it, what it has not is done and kept.
struct RunCompletion: Sendable {
  let store: Store
  let run: String
  /// RFC 3339, UTC.
  let created: String
  let setup: RunSetup
  let journal: StoreJournal
  let models: RunModels
  /// Steps at the same time.
  let limit: Int
  let observers: RunObservers
  /// Who runs it.
  let actor: String
  /// The configuration that is to be changed, with its secrets; nil where something new is asked for.
  let base: MaskedLines?

  /// - Parameter first: done before anything else; a failure there marks the run as failed, too.
  func complete(
    experts: [String: any Expert], evidence: any EvidenceSource, first: () async throws -> Void = {}
  ) async throws -> RunAnswer {
    let evidence: any EvidenceSource =
      base.map { ChangedEvidence(evidence, lines: $0, known: setup.known ?? []) } ?? evidence
    do {
      try await first()
      let consultation = try Consultation(
        crew: setup.crew, request: setup.request, brief: setup.brief, experts: experts, evidence: evidence,
        journal: journal, weights: try .shipped(), calibration: setup.calibration ?? .none)
      let answer = try await finish(consultation)
      try await store.end(
        run: run, status: .done, folder: answer.folder, actor: actor, time: Date().ISO8601Format())
      return answer
    } catch let error as StoreError {
      // The store itself is the trouble; asking it to note that would only hide why.
      throw error
    } catch {
      let time = Date().ISO8601Format()
      let failure = RunFailure(time: time, reason: "\(error)", spent: models.ledger.spent)
      try await journal.keepOnce(try JSONValue(encoding: failure), under: "\(RunKeys.failures)\(time)")
      try await store.end(run: run, status: .failed, actor: actor, time: time)
      guard let reason = models.ledger.refusal else { throw error }
      throw ConsultationError(
        .budget, summary: "The run's budget ended before there was anything to decide on",
        detail: "\(reason) What was finished is journalled under \(run). \(error)")
    }
  }

  private func finish(_ consultation: Consultation) async throws -> RunAnswer {
    observers.steps(consultation.graph.nodes.map { ($0.id, $0.payload.title(setup.crew)) })
    // Models stop when the time is over; what they left is still checked, decided and written.
    let minutes = setup.crew.budget.minutes + Self.grace
    let late = ConsultationError(
      .budget, summary: "The run's time is used up",
      detail:
        "The crew's budget is \(setup.crew.budget.minutes) minutes, and the checks were not done \(Self.grace) minutes later. What was finished is journalled: `consilium resume \(run)` goes on from there."
    )
    let clock = ContinuousClock()
    let start = clock.now
    let times = StepTimes()
    let outcome = try await withTimeout(.seconds(minutes * 60), error: late) {
      try await consultation.run(limit: limit) { event in
        times.note(event)
        Self.tell(event)
        observers.step(event)
      }
    }
    let seconds = ((clock.now - start) / .milliseconds(1)).rounded() / 1000
    let usage = try await journal.once(RunKeys.usage) {
      [spent = models.ledger.spent, ended = models.ledger.refusal] in
      RunUsage(
        calls: spent.calls, tokens: spent.tokens, usd: spent.dollars, seconds: seconds,
        unpricedCalls: spent.unpricedCalls, exceeded: ended)
    }
    var report = try consultation.report(
      on: outcome,
      facts: RunFacts(
        run: run, created: created, usage: usage, remembered: setup.remembered ?? [],
        times: try await journal.once(RunKeys.times) { times.all }, sent: try await RunCalls.sent(journal)))
    let chosen = try consultation.chosenFiles(outcome)
    let files = try base?.restored(chosen) ?? chosen
    if files != chosen {
      report.name(
        try await journal.once(RunKeys.unmaskedDigests) {
          Dictionary(
            files.map { ($0.path, Digest(of: $0.content).hexadecimal) },
            uniquingKeysWith: { first, _ in first })
        })
    }
    let json = try report.json()
    _ = try await journal.once(RunKeys.reportDigest) { Digest(of: json).hexadecimal }
    try write(files, report: report, json: json)
    try await RunMemory(store: store).keep(report)
    return RunAnswer(report: report, folder: setup.folder)
  }

  /// Minutes after the end of the budget in which what was made is still checked.
  private static let grace = 2.0

  /// Writes the bundle, unless a run that was cut off right after had written it already.
  private func write(_ files: [Artifact], report: Report, json: String) throws {
    let folder = BundleFolder(path: setup.folder)
    if try folder.holds(run: run) { return }
    // Manifests have no state; a bundle of them alone stays as it is.
    let state = files.contains { $0.format == .openTofu } ? setup.state?.files ?? [] : []
    try folder.write(
      files + state + ConfigurationDifference(base?.originalFiles, after: files).artifacts + [
        Artifact(path: "report.json", content: json),
        Artifact(path: "report.md", content: try report.markdown()),
        Artifact(path: "report.html", content: try report.html()),
      ], run: run, vetoes: report.bundleVetoes)
  }

  private static let log = Log.of("steps")

  private static func tell(_ event: TaskEvent) {
    switch event {
    case .started(let step): log.debug("\(step): begins")
    case .succeeded(let step, let time): log.info("\(step): done after \(time)")
    case .failed(let step, let time, let reason): log.warning("\(step): failed after \(time): \(reason)")
    case .skipped(let step, let cause): log.info("\(step): left out, because of \(cause)")
    }
  }
}
