import Records
import Basics
import Trust
import Bundles
import CrewFile
import CrewTasks
import Experts
import ModelExperts
import FoundationEssentials
import LanguageModels
import Masking
import Reporting
import Store
import TaskGraph
import Vocabulary

extension RunService {
  /// Works through the tasks of a crew, or of a CrewAI project as it stands.
  ///
  /// Nothing is written before the crew, its inputs, who answers and the output folder are known to be good.
  package func runTasks(
    _ options: TaskRunOptions, observers: RunObservers = RunObservers(), person: @escaping AskPerson
  ) async throws -> TaskRunAnswer {
    let mask = try SecretMask(environment: installation.environment)
    let project = try CrewProject(at: options.path)
    let trusted = try installation.crew(project)
    let file = trusted.file
    let inputs = options.inputs.mapValues(mask.masked)
    var crew = try file.crew.filled(inputs)
    if let kind = options.process { crew.process = crew.process(kind) }
    let checks = try await ChecksFactory(installation: installation).make()
    let plan = try TaskPlan(crew, guardrails: GuardrailCatalog(workbench: checks.workbench))
    let created = Date()
    let run = RunIdentifier.make(at: created)
    let folder = BundleFolder(path: options.output ?? "consultations/\(run)").absolute
    try folder.prepare()
    let answerers = try await ModelChoice(
      trusted, options: options.models, environment: installation.environment
    )
    .answerers(crew)
    try Self.checkModels(plan, answerers: answerers)
    let store = try store()
    let models = try RunModels(options.models, budget: crew.budget, store: store)
    return try await withForeignTools(
      of: file, crew: crew, answerers: answerers, isLive: options.models.replay == nil
    ) { [crew] foreign in
      let experts = try experts(
        file, crew: crew, checks: checks, answerers: answerers, models: models, foreign: foreign,
        observers: observers)
      let identities = crew.agents.compactMap { experts[$0.key]?.identity }
      observers.experts(identities)
      let setup = TaskRunSetup(
        crew: crew, inputs: inputs, experts: identities, folder: folder.path,
        path: URL(filePath: options.path).standardizedFileURL.path(percentEncoded: false),
        allowsUnpriced: options.models.allowsUnpriced, cache: options.models.cache)
      let record = RunRecord(
        id: run, created: created.ISO8601Format(), title: "\(crew.name): \(crew.tasks.count) tasks",
        request: inputs.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "\n"),
        crew: crew.digest, mode: plan.process.kind.rawValue, status: .running)
      try await store.begin(
        record,
        setup: StoreJournal.record(
          .done(try JSONValue(encoding: setup)), under: RunKeys.setup, mask: mask),
        audit: AuditEntry(
          time: created.ISO8601Format(), actor: caller.name, action: .asked,
          subject: run, detail: "tasks of \(crew.name)"))
      let journal = try await StoreJournal(store: store, run: run, replays: false, mask: mask)
      return try await TaskRunCompletion(
        store: store, record: record, setup: setup, plan: plan, journal: journal, models: models,
        limit: options.limit, observers: observers, person: person,
        actor: caller.name
      ).complete(experts) {
        try await models.calls.begin(journal)
        try await foreign.calls.begin(journal)
      }
    }
  }

  /// Goes on with a run that was cut off or that waits for a person; nothing finished is paid for twice.
  func resume(
    _ record: RunRecord, store: Store, crewFile: String?, limit: Int, observers: RunObservers,
    person: @escaping AskPerson
  ) async throws -> TaskRunAnswer {
    let journal = try await StoreJournal(
      store: store, run: record.id, replays: false,
      mask: try SecretMask(environment: installation.environment))
    let setup = try await journal.value(RunKeys.setup, as: TaskRunSetup.self)
    let path = crewFile ?? setup.path
    let trusted = try installation.crew(try CrewProject(at: path))
    let file = trusted.file
    try Self.checkCrew(file.crew.digest, before: setup.crew.digest, path: path, record: record)
    let checks = try await ChecksFactory(installation: installation).make()
    let plan = try TaskPlan(setup.crew, guardrails: GuardrailCatalog(workbench: checks.workbench))
    let options = ModelRunOptions(cache: setup.cache, allowsUnpriced: setup.allowsUnpriced)
    let answerers = try ModelChoice(trusted, options: options, environment: installation.environment)
      .answerers(setup.experts)
    let models = try await RunModels.resumed(
      options, answerers: answerers, budget: setup.crew.budget, store: store, journal: journal)
    return try await withForeignTools(of: file, crew: setup.crew, answerers: answerers, isLive: true) {
      foreign in
      let experts = try experts(
        file, crew: setup.crew, checks: checks, answerers: answerers, models: models, foreign: foreign,
        observers: observers)
      observers.experts(setup.experts)
      return try await TaskRunCompletion(
        store: store, record: record, setup: setup, plan: plan, journal: journal, models: models,
        limit: limit,
        observers: observers, person: person,
        actor: caller.name
      ).complete(experts) { try await foreign.calls.begin(journal) }
    }
  }

  private func experts(
    _ file: CrewFile, crew: Crew, checks: ChecksFactory.Checks, answerers: [String: Answerer],
    models: RunModels, foreign: ForeignTools, observers: RunObservers
  ) throws -> [String: any Expert] {
    try ModelExpert.checkTaskPrompts(try PromptBook(file.prompts))
    return try ExpertChoice(
      crew: crew, prompts: file.prompts, workbench: checks.workbench, desk: checks.desk, memory: nil,
      foreign: foreign, notice: observers.notice
    ).experts(answerers, models: models)
  }

  /// Tasks are in free words, which the handbook has no answer to: said before anything is written.
  private static func checkModels(_ plan: TaskPlan, answerers: [String: Answerer]) throws(CrewTasksError) {
    let without = plan.people.filter { answerers[$0]?.usesModel != true }
    guard let first = without.first else { return }
    throw CrewTasksError(
      .notRunnable, summary: "Tasks need a model",
      detail:
        "\(without.count == plan.people.count ? "No agent" : "Not every agent, as '\(first)',") is answered by a model, and the built-in handbook does no tasks in free words. Name one with --model or 'llm:', set a key, or start Ollama; `consilium models` shows what there is."
    )
  }
}

extension Crew {
  /// The crew's process with another kind.
  fileprivate func process(_ kind: TaskProcess.Kind) -> TaskProcess {
    var process = process ?? .plain
    process.kind = kind
    if kind == .hierarchical { process.manager = process.manager ?? agents.first?.key }
    return process
  }
}
