import Records
import Basics
import Consultation
import CrewFile
import CrewTasks
import Digests
import Evidence
import Experts
import Masking
import Reporting
import Store
import Vocabulary

extension RunService {
  /// Rebuilds a finished run from its journal alone: no expert is asked, no check is run, no file is read.
  /// - Parameter prefix: a run's id or the beginning of it.
  package func replay(_ prefix: String) async throws -> ReplayedRun {
    let store = try store()
    let record = try await store.run(prefix)
    let journal = try await StoreJournal(
      store: store, run: record.id, replays: true, mask: try SecretMask())
    let failures = try await journal.values(prefix: RunKeys.failures).map {
      try $0.decoded(as: RunFailure.self)
    }
    if record.status == .failed, let last = failures.max(by: { $0.time < $1.time }) {
      throw ConsultationError(
        .notJournalled, summary: "The run failed",
        detail: "\(last.words) `consilium resume \(record.id)` takes it up again.")
    }
    let setup = try await journal.value(RunKeys.setup, as: RunSetup.self)
    let usage = try await journal.value(RunKeys.usage, as: RunUsage.self)
    let consultation = try Consultation(
      crew: setup.crew, request: setup.request, brief: setup.brief,
      experts: Dictionary(
        setup.experts.map { ($0.agent, RecordedExpert(identity: $0)) },
        uniquingKeysWith: { first, _ in first }),
      evidence: RecordedEvidence(), journal: journal, weights: try .shipped())
    let outcome = try await consultation.run(limit: 1)
    let unmasked = try await journal.known(RunKeys.unmaskedDigests)?.decoded(as: [String: String].self)
    var report = try consultation.report(
      on: outcome,
      facts: RunFacts(
        run: record.id, created: record.created, usage: usage, remembered: setup.remembered ?? [],
        times: try await journal.known(RunKeys.times)?.decoded(as: [String: StepTime].self) ?? [:],
        sent: try await RunCalls.sent(journal)))
    if let unmasked { report.name(unmasked) }
    let recorded = try await journal.value(RunKeys.reportDigest, as: String.self)
    return ReplayedRun(
      record: record, report: report, setup: setup, files: try consultation.chosenFiles(outcome),
      identical: Digest(of: try report.json()).hexadecimal == recorded, isMasked: unmasked != nil)
  }

  /// Rebuilds a run of tasks from its journal.
  package func replayTasks(_ prefix: String) async throws -> ReplayedTasks {
    let store = try store()
    let record = try await store.run(prefix)
    let journal = try await StoreJournal(
      store: store, run: record.id, replays: true, mask: try SecretMask())
    let setup = try await journal.value(RunKeys.setup, as: TaskRunSetup.self)
    let ending = try await journal.value(RunKeys.ending, as: RunEnding.self)
    let workbench = OfflineWorkbench(checks: try OfflineChecks())
    let plan = try TaskPlan(setup.crew, guardrails: GuardrailCatalog(workbench: workbench))
    let runner = TaskRunner(
      plan: plan, inputs: setup.inputs,
      experts: Dictionary(
        setup.experts.map { ($0.agent, RecordedExpert(identity: $0)) },
        uniquingKeysWith: { first, _ in first }),
      journal: journal, person: { _ in nil })
    let report = TaskRunReport(
      record: record, setup: setup, process: plan.process, tasks: try await runner.run(limit: 1),
      ending: ending)
    let json = try report.json()
    let recorded = try await journal.value(RunKeys.reportDigest, as: String.self)
    return ReplayedTasks(
      record: record, report: report, identical: Digest(of: json).hexadecimal == recorded,
      files: try report.files(json))
  }
}
