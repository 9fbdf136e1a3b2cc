import Records
import Basics
import Trust
import Consultation
import CrewFile
import CrewTasks
import LanguageModels
import Masking
import Store
import Vocabulary

extension RunService {
  /// Goes on with a run that was cut off: finished steps are taken from the journal and nobody is asked twice.
  /// - Parameters:
  ///   - prefix: the run's id or the beginning of it.
  ///   - crewFile: has to be the crew the run began with; an edited one is refused.
  package func resume(
    _ prefix: String, crewFile: String, limit: Int = 4, observers: RunObservers = RunObservers()
  ) async throws -> RunAnswer {
    let store = try store()
    let record = try await store.run(prefix)
    try Self.checkOpen(record)
    let journal = try await StoreJournal(
      store: store, run: record.id, replays: false,
      mask: try SecretMask(environment: installation.environment))
    let setup = try await journal.value(RunKeys.setup, as: RunSetup.self)
    let base = try setup.base(mask: try SecretMask(environment: installation.environment))
    let trusted = try installation.crew(crewFile)
    let file = trusted.file
    try Self.checkCrew(file.crew.digest, before: setup.crew.digest, path: crewFile, record: record)
    let checks = try await ChecksFactory(installation: installation).make()
    let options = ModelRunOptions(cache: setup.cache ?? .use, allowsUnpriced: setup.allowsUnpriced ?? false)
    let answerers = try ModelChoice(trusted, options: options, environment: installation.environment)
      .answerers(setup.experts)
    let models = try await RunModels.resumed(
      options, answerers: answerers, budget: setup.crew.budget, store: store, journal: journal)
    return try await withForeignTools(of: file, crew: setup.crew, answerers: answerers, isLive: true) {
      foreign in
      let experts = try ExpertChoice(
        crew: setup.crew, prompts: file.prompts, workbench: checks.workbench, desk: checks.desk,
        memory: setup.remembered.map { _ in RunMemory(store: store) }, foreign: foreign,
        notice: observers.notice
      ).experts(answerers, models: models)
      observers.experts(setup.experts)
      observers.brief(setup.brief)
      return try await RunCompletion(
        store: store, run: record.id, created: record.created, setup: setup, journal: journal, models: models,
        limit: limit,
        observers: observers, actor: caller.name, base: base
      ).complete(experts: experts, evidence: checks.evidence) { try await foreign.calls.begin(journal) }
    }
  }

  /// Goes on with a run of tasks.
  /// - Parameters:
  ///   - crewFile: nil for where the run found its crew.
  ///   - person: asked where a task has `human_input`.
  package func resumeTasks(
    _ prefix: String, crewFile: String?, limit: Int = 8, observers: RunObservers = RunObservers(),
    person: @escaping AskPerson
  ) async throws -> TaskRunAnswer {
    let store = try store()
    let record = try await store.run(prefix)
    try Self.checkOpen(record)
    return try await resume(
      record, store: store, crewFile: crewFile, limit: limit, observers: observers, person: person)
  }

  private static func checkOpen(_ record: RunRecord) throws(ConsultationError) {
    guard record.status == .done else { return }
    throw ConsultationError(
      .notJournalled, summary: "The run has ended",
      detail: "\(record.id) is done; `consilium report \(record.id)` prints its report.")
  }

  static func checkCrew(_ digest: String, before: String, path: String, record: RunRecord)
    throws(ConsultationError)
  {
    guard digest != before else { return }
    throw ConsultationError(
      .crewChanged, summary: "The crew is not the one the run began with",
      detail:
        "\(path) or a prompt was changed since \(record.created). Put it back, or ask anew: answers of two crews are not mixed."
    )
  }
}
