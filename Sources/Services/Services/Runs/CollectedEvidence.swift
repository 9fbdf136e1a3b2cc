import Consultation
import Evidence
import Vocabulary

/// The evidence collector as what the consultation asks.
struct CollectedEvidence: EvidenceSource {
  let collector: EvidenceCollector

  func repaired(_ draft: Draft) async throws -> Draft {
    collector.repaired(draft)
  }

  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence {
    try await collector.evidence(for: draft, brief: brief)
  }
}
