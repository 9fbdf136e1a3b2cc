import Vocabulary

/// A draft as critics and judges see it: `draft.author` is empty.
package struct Candidate: Sendable, Codable {
  package var draft: Draft
  package var evidence: Evidence

  package init(draft: Draft, evidence: Evidence) {
    self.draft = draft
    self.evidence = evidence
  }
}
