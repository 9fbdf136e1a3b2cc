import Basics
import Consultation
import CrewFile
import Store
import Vocabulary

/// Goes on with a run that was cut off: finished steps are taken from the journal and nobody is asked twice.
package struct Resuming: Sendable {
  private let installation: Installation
  private let storeFile: String

  package init(installation: Installation, storeFile: String) {
    self.installation = installation
    self.storeFile = storeFile
  }

  /// - Parameters:
  ///   - prefix: the run's id or the beginning of it.
  ///   - crewFile: has to be the crew the run began with; an edited one is refused.
  package func resume(
    _ prefix: String, crewFile: String, limit: Int = 4, observers: RunObservers = RunObservers()
  ) async throws -> RunAnswer {
    let store = try Store(path: storeFile)
    let record = try await store.run(prefix)
    guard record.status != .done else {
      throw ConsultationError(
        .notJournalled, summary: "The run has ended",
        detail: "\(record.id) is done; `consilium report \(record.id)` prints its report.")
    }
    let journal = try await StoreJournal(store: store, run: record.id, replays: false)
    let setup = try await journal.value(RunKeys.setup, as: RunSetup.self)
    guard try CrewFile.load(crewFile).crew.digest == setup.crew.digest else {
      throw ConsultationError(
        .crewChanged, summary: "The crew is not the one the run began with",
        detail:
          "\(crewFile) or a prompt was changed since \(record.created). Put it back, or ask anew: answers of two crews are not mixed."
      )
    }
    let checks = try await ChecksFactory(installation: installation).make()
    let experts = try ExpertChoice(crew: setup.crew, workbench: checks.workbench).experts()
    observers.brief(setup.brief)
    return try await RunCompletion(
      store: store, run: record.id, created: record.created, setup: setup, journal: journal, limit: limit,
      observers: observers
    ).complete(experts: experts, evidence: checks.evidence)
  }
}
