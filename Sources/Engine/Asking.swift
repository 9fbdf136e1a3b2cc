import Basics
import Bundles
import Consultation
import CrewFile
import Digests
import Experts
import FoundationEssentials
import Reporting
import Store
import TaskGraph
import Vocabulary

/// Answers a request: brief, consultation, report and bundle.
package struct Asking: Sendable {
  /// What the person asked for and how.
  package struct Options: Sendable {
    package var request: [UInt8]
    package var crewFile: String
    package var mode: Request.Mode?
    package var rounds: Int?
    /// Nil for a folder named for the run below `consultations/`.
    package var output: String?
    package var storeFile: String
    /// Steps at the same time.
    package var limit: Int

    package init(
      request: [UInt8], crewFile: String, mode: Request.Mode? = nil, rounds: Int? = nil,
      output: String? = nil,
      storeFile: String, limit: Int = 4
    ) {
      self.request = request
      self.crewFile = crewFile
      self.mode = mode
      self.rounds = rounds
      self.output = output
      self.storeFile = storeFile
      self.limit = limit
    }
  }

  /// What came of it.
  package struct Answer: Sendable {
    package let report: Report
    package let folder: String
  }

  /// What a person may want to follow.
  package struct Observers: Sendable {
    package var experts: @Sendable ([ExpertIdentity]) -> Void
    package var brief: @Sendable (Brief) -> Void
    /// The steps of the run with their titles, before the first starts.
    package var steps: @Sendable ([(key: String, title: String)]) -> Void
    package var step: @Sendable (TaskEvent) -> Void

    package init(
      experts: @escaping @Sendable ([ExpertIdentity]) -> Void = { _ in },
      brief: @escaping @Sendable (Brief) -> Void = { _ in },
      steps: @escaping @Sendable ([(key: String, title: String)]) -> Void = { _ in },
      step: @escaping @Sendable (TaskEvent) -> Void = { _ in }
    ) {
      self.experts = experts
      self.brief = brief
      self.steps = steps
      self.step = step
    }
  }

  let installation: Installation

  package init(installation: Installation) {
    self.installation = installation
  }

  /// Nothing is written before the request, the crew and the output folder are known to be good.
  package func ask(_ options: Options, observers: Observers = Observers()) async throws -> Answer {
    let text = try RequestText.checked(options.request)
    var crew = try CrewFile.load(options.crewFile).crew
    if let rounds = options.rounds { crew.rounds = rounds }
    let request = Request(text: text, mode: options.mode ?? crew.mode)
    let created = Date()
    let run = RunIdentifier.make(at: created)
    let folder = BundleFolder(path: options.output ?? "consultations/\(run)")
    try folder.prepare()
    let checks = try await ChecksFactory(installation: installation).make()
    let experts = try ExpertChoice(crew: crew, workbench: checks.workbench).experts()
    observers.experts(crew.agents.compactMap { experts[$0.key]?.identity })
    guard let moderator = experts[crew.moderator] else {
      throw ConsultationError(
        .stepFailed, summary: "Nobody moderates",
        detail: "The crew's moderator '\(crew.moderator)' has no expert.")
    }
    let brief = try await moderator.brief(for: request)
    observers.brief(brief)
    let store = try Store(path: options.storeFile)
    try await store.begin(
      RunRecord(
        id: run, created: created.ISO8601Format(), title: brief.title, request: text, crew: crew.digest,
        mode: request.mode.rawValue, status: .running))
    do {
      let setup = RunSetup(
        request: request, brief: brief, crew: crew,
        experts: crew.agents.compactMap { experts[$0.key]?.identity })
      let journal = try await StoreJournal(store: store, run: run, replays: false)
      try await journal.keep(.done(try JSONValue(encoding: setup)), under: RunKeys.setup)
      let consultation = try Consultation(
        crew: crew, request: request, brief: brief, experts: experts, evidence: checks.evidence,
        journal: journal)
      let answer = try await consult(
        consultation, crew, journal, folder, run, created, options.limit, observers)
      try await store.update(run: run, status: .done, folder: answer.folder)
      return answer
    } catch {
      try await store.update(run: run, status: .failed)
      throw error
    }
  }

  private func consult(
    _ consultation: Consultation, _ crew: Crew, _ journal: StoreJournal, _ folder: BundleFolder,
    _ run: String,
    _ created: Date, _ limit: Int, _ observers: Observers
  ) async throws -> Answer {
    observers.steps(consultation.graph.nodes.map { ($0.id, $0.payload.title(crew)) })
    let late = ConsultationError(
      .budget, summary: "The run's time is used up",
      detail:
        "The crew's budget is \(crew.budget.minutes) minutes. What was finished is journalled; give more under crew: budget: minutes."
    )
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = try await withTimeout(.seconds(crew.budget.minutes * 60), late) {
      try await consultation.run(limit: limit, observe: observers.step)
    }
    let seconds = ((clock.now - start) / .milliseconds(1)).rounded() / 1000
    let usage = Usage(calls: 0, tokens: 0, usd: 0, seconds: seconds)
    try await journal.keep(.done(try JSONValue(encoding: usage)), under: RunKeys.usage)
    let report = try consultation.report(
      on: outcome, facts: RunFacts(run: run, created: created.ISO8601Format(), usage: usage))
    let json = try report.json()
    try await journal.keep(.done(.string(Digest(of: json).hexadecimal)), under: RunKeys.reportDigest)
    let files =
      try consultation.chosenFiles(outcome) + [
        Artifact(path: "report.json", content: json),
        Artifact(path: "report.md", content: try report.markdown()),
        Artifact(path: "report.html", content: try report.html()),
      ]
    try folder.write(files, run: run)
    return Answer(report: report, folder: folder.path)
  }
}
