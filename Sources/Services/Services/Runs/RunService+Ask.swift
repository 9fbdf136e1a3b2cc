import Records
import Basics
import Trust
import Bundles
import Consultation
import CrewFile
import Digests
import Effects
import Experts
import Handbook
import FoundationEssentials
import Reporting
import Masking
import Store
import TaskGraph
import Vocabulary

extension RunService {
  /// What the person named for the state may be used when the bundle is planned: that much of it is on record.
  private func allow(_ state: SharedState?, in store: Store, at time: Date) async throws {
    let files = Dictionary((state?.files ?? []).map { ($0.path, $0.content) }) { first, _ in first }
    for effect in EffectScan(files: files).effects() {
      try await store.record(
        AuditEntry(
          time: time.ISO8601Format(), actor: caller.name, action: .allowed, subject: effect.id,
          detail: "\(effect.summary), by --backend"))
    }
  }

  /// Answers a request: brief, consultation, report and bundle.
  ///
  /// Nothing is written before the request, the crew and the output folder are known to be good.
  package func ask(_ options: AskOptions, observers: RunObservers = RunObservers()) async throws -> RunAnswer
  {
    let mask = try SecretMask(environment: installation.environment)
    let state = try options.backend.map { try SharedState($0, isEncrypted: !options.keepsStatePlain) }
    let text = mask.masked(try RequestLimits.checked(options.request))
    let trusted = try installation.crew(options.crewFile)
    let file = trusted.file
    var crew = file.crew
    if let process = crew.process, options.mode == nil {
      throw ConsultationError(
        .notAConsultation, summary: "The crew does not consult",
        detail:
          "\(options.crewFile) says 'process: \(process.kind.rawValue)': its tasks are worked through by `consilium crew run`. Name a mode with --mode to have its agents consult all the same."
      )
    }
    crew = options.applied(to: crew)
    let base = try options.base.map { try BaseConfiguration(folder: $0, mask: mask) }
    let request = Request(text: text, mode: options.mode ?? crew.mode, base: base?.files)
    let created = Date()
    let run = RunIdentifier.make(at: created)
    let folder = BundleFolder(path: options.output ?? "\(options.place)/\(run)").absolute
    try folder.prepare()
    let checks = try await ChecksFactory(installation: installation).make()
    let answerers = try await ModelChoice(
      trusted, options: options.models, environment: installation.environment
    )
    .answerers(crew)
    let asksModels = answerers.values.contains(where: \.usesModel)
    // A file that is there may be read before the request is known to be good; a new one is made after.
    let isKnown = FileManager.default.fileExists(atPath: storeFile)
    let needsCache = asksModels && options.models.cache != .off
    let known = isKnown || needsCache ? try Store(path: storeFile) : nil
    // A cassette is played on other machines, which remember other things.
    let isPortable = options.models.record != nil || options.models.replay != nil
    let memory = isPortable ? nil : known.map(RunMemory.init)
    let models = try RunModels(options.models, budget: crew.budget, store: needsCache ? known : nil)
    return try await withForeignTools(
      of: file, crew: crew, answerers: answerers, isLive: options.models.replay == nil
    ) { [crew] foreign in
      let experts = try ExpertChoice(
        crew: crew, prompts: file.prompts, workbench: checks.workbench, desk: checks.desk,
        memory: memory, foreign: foreign, notice: observers.notice
      ).experts(answerers, models: models)
      observers.experts(crew.agents.compactMap { experts[$0.key]?.identity })
      guard let moderator = experts[crew.moderator] else {
        throw ConsultationError(
          .stepFailed, summary: "Nobody moderates",
          detail: "The crew's moderator '\(crew.moderator)' has no expert.")
      }
      let limit = crew.agent(crew.moderator)?.maximumSeconds ?? 300
      let late = ConsultationError(
        .stepFailed, summary: "An agent did not answer in time",
        detail:
          "'\(crew.moderator)' took longer for the brief than its max_execution_time of \(limit) s. Nothing was begun; ask again."
      )
      if answerers[crew.moderator]?.usesModel == true {
        observers.notice("\(crew.moderator): reads the request")
      }
      var brief = try await withTimeout(.seconds(limit), error: late) {
        try await moderator.brief(for: request)
      }
      let reading = try HandbookReading()
      if brief.requirements.contains(where: { $0.check?.all.isEmpty ?? true }),
        let checklist = try SharedChecklist.of(try reading.cloud(of: request))
      {
        brief = try brief.checked(
          by: checklist,
          undecided: { text, types, count throws(ExpertError) in
            try reading.undecided(in: text, besides: types, count: count)
          })
      }
      let findings = try base?.known(beside: &brief)
      let remembered = try await memory?.recall(request.text, claiming: brief)
      brief.assumptions += (remembered ?? []).map(RunMemory.assumption) + options.remarks.map(mask.masked)
      observers.brief(brief)
      let store = try known ?? Store(path: storeFile)
      var setup = RunSetup(
        request: request, brief: brief, crew: crew,
        experts: crew.agents.compactMap { experts[$0.key]?.identity }, folder: folder.path,
        state: state,
        allowsUnpriced: options.models.allowsUnpriced, cache: options.models.cache, remembered: remembered,
        calibration: try await memory?.calibration() ?? Calibration.none)
      setup.baseFolder = options.base.map { BundleFolder(path: $0).absolute.path }
      setup.known = findings
      try await store.begin(
        RunRecord(
          id: run, created: created.ISO8601Format(), title: brief.title, request: text, crew: crew.digest,
          mode: request.mode.rawValue, status: .running),
        setup: StoreJournal.record(
          .done(try JSONValue(encoding: setup)), under: RunKeys.setup, mask: mask),
        audit: AuditEntry(
          time: created.ISO8601Format(), actor: caller.name, action: .asked,
          subject: run, detail: brief.title))
      try await allow(state, in: store, at: created)
      let journal = try await StoreJournal(
        store: store, run: run, replays: false, mask: mask)
      return try await RunCompletion(
        store: store, run: run, created: created.ISO8601Format(), setup: setup, journal: journal,
        models: models, limit: options.limit, observers: observers, actor: caller.name,
        base: base?.lines
      ).complete(experts: experts, evidence: checks.evidence) {
        try await models.calls.begin(journal)
        try await foreign.calls.begin(journal)
      }
    }
  }
}
