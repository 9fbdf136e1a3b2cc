import Records
import Basics
import Bundles
import CrewFile
import CrewTasks
import Digests
import Experts
import FoundationEssentials
import LanguageModels
import Reporting
import Store
import TaskGraph
import Vocabulary

/// Brings a run of tasks to its end: what the journal has is taken from it, what it has not is done and kept.
struct TaskRunCompletion: Sendable {
  let store: Store
  let record: RunRecord
  let setup: TaskRunSetup
  let plan: TaskPlan
  let journal: StoreJournal
  let models: RunModels
  /// Tasks at the same time.
  let limit: Int
  let observers: RunObservers
  let person: AskPerson
  /// Who runs it.
  let actor: String

  private var run: String { record.id }

  /// - Parameter first: done before anything else; a failure there marks the run as failed, too.
  func complete(
    _ experts: [String: any Expert], first: () async throws -> Void = {}
  ) async throws -> TaskRunAnswer {
    do {
      try await first()
      return try await finish(experts)
    } catch let error as StoreError {
      // The store itself is the trouble; asking it to note that would only hide why.
      throw error
    } catch {
      try await store.end(run: run, status: .failed, actor: actor, time: Date().ISO8601Format())
      throw error
    }
  }

  private func finish(_ experts: [String: any Expert]) async throws -> TaskRunAnswer {
    observers.steps(
      plan.graph.nodes.map { ($0.id, "\($0.id) (\($0.payload.task.agent ?? "whoever is given it"))") })
    let times = StepTimes()
    let runner = TaskRunner(
      plan: plan, inputs: setup.inputs, experts: experts, journal: journal, person: person)
    let late = ModelError(
      .budget, summary: "The run's time is used up",
      detail:
        "The crew's budget is \(setup.crew.budget.minutes) minutes. What was finished is journalled: `consilium resume \(run)` goes on from there."
    )
    let minutes = setup.crew.budget.minutes
    let tasks = try await withTimeout(.seconds(minutes * 60), error: late) {
      try await runner.run(limit: limit) { event in
        times.note(event)
        observers.step(event)
      }
    }
    let isWaiting = tasks.contains { $0.status == .waiting }
    let usage = RunUsage(
      calls: models.ledger.spent.calls, tokens: models.ledger.spent.tokens, usd: models.ledger.spent.dollars,
      seconds: times.all.values.map(\.end).max() ?? 0, unpricedCalls: models.ledger.spent.unpricedCalls,
      exceeded: models.ledger.refusal)
    // A run that waits for a person has not ended: its next life has more to say.
    let ended =
      isWaiting
      ? RunEnding(usage: usage, times: times.all)
      : try await journal.once(RunKeys.ending) { RunEnding(usage: usage, times: times.all) }
    let report = TaskRunReport(
      record: record, setup: setup, process: plan.process, tasks: tasks, ending: ended)
    guard !isWaiting else {
      try await store.end(
        run: run, status: .waiting, folder: setup.folder, actor: actor, time: Date().ISO8601Format())
      return TaskRunAnswer(report: report, folder: setup.folder)
    }
    let json = try report.json()
    _ = try await journal.once(RunKeys.reportDigest) { Digest(of: json).hexadecimal }
    try write(report, json: json)
    try await store.end(
      run: run, status: .done, folder: setup.folder, actor: actor, time: Date().ISO8601Format())
    return TaskRunAnswer(report: report, folder: setup.folder)
  }

  /// Writes the results, unless a run that was cut off right after had written them already.
  private func write(_ report: TaskRunReport, json: String) throws {
    let folder = BundleFolder(path: setup.folder)
    if try folder.holds(run: run) { return }
    try folder.write(try report.files(json), run: run)
  }
}
