import Basics
import Consultation
import Experts
import Vocabulary

/// Stands for the checks in a replay: it runs none.
struct RecordedEvidence: EvidenceSource {
  func repaired(_ draft: Draft) async throws -> Draft { draft }

  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence {
    throw ExpertError(
      .failed, summary: "A replay checks nothing",
      detail: "The journal has no evidence for draft \(draft.label).")
  }
}
