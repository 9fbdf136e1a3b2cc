import Consultation
import CrewFile
import Digests
import Experts
import Reporting
import Masking
import Store
import Vocabulary

/// Rebuilds a finished run from its journal alone: no expert is asked, no check is run, no file is read.
package struct Replaying: Sendable {
  private let store: Store

  package init(store: Store) {
    self.store = store
  }

  /// What a replay gives.
  package struct Result: Sendable {
    package let record: RunRecord
    package let report: Report
    /// The chosen draft's files.
    package let files: [Artifact]
    /// Whether the report's JSON is byte for byte what the run wrote.
    package let identical: Bool
  }

  /// - Parameter prefix: a run's id or the beginning of it.
  package func replay(_ prefix: String) async throws -> Result {
    let record = try await store.run(prefix)
    let journal = try await StoreJournal(
      store: store, run: record.id, replays: true, mask: try SecretMask())
    let setup = try await journal.value(RunKeys.setup, as: RunSetup.self)
    let usage = try await journal.value(RunKeys.usage, as: Usage.self)
    let consultation = try Consultation(
      crew: setup.crew, request: setup.request, brief: setup.brief,
      experts: Dictionary(
        setup.experts.map { ($0.agent, RecordedExpert(identity: $0)) },
        uniquingKeysWith: { first, _ in first }),
      evidence: RecordedEvidence(), journal: journal)
    let outcome = try await consultation.run(limit: 1)
    let report = try consultation.report(
      on: outcome,
      facts: RunFacts(
        run: record.id, created: record.created, usage: usage, remembered: setup.remembered ?? []))
    let recorded = try await journal.value(RunKeys.reportDigest, as: String.self)
    return Result(
      record: record, report: report, files: try consultation.chosenFiles(outcome),
      identical: Digest(of: try report.json()).hexadecimal == recorded)
  }
}
