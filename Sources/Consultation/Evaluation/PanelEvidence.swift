import Consultation
import Evidence
import Vocabulary

/// The checks as the consultation asks them, without a tool; drafts of the panel were checked and repaired before.
struct PanelEvidence: EvidenceSource {
  let checks: OfflineChecks
  /// By the text of the files.
  let known: [[Artifact]: Evidence]

  func repaired(_ draft: Draft) async throws -> Draft { draft }

  func evidence(for draft: Draft, brief: Brief) async throws -> Evidence {
    known[draft.files] ?? checks.evidence(for: draft.files, brief: brief)
  }
}
