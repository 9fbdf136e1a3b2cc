import Vocabulary

/// One draft or revision with what the checks said.
package struct DraftReport: Sendable, Codable {
  package var label: String
  package var author: String
  package var summary: String
  package var decisions: [Decision]
  package var findings: [Finding]
  package var price: PriceReport
  package var coverage: [Coverage]
  package var validation: [ValidationStage]
  package var notes: [String]
  /// What was repaired before anybody saw the draft.
  package var repairs: [String]
  /// What its author claims, 0 to 1; nil in reports of versions without calibration.
  package var confidence: Double?
  /// Why it was not chosen; nil for the one that was.
  package var lost: String?

  package init(_ draft: Draft, evidence: Evidence, lost: String? = nil) {
    self.lost = lost
    label = draft.label
    author = draft.author
    summary = draft.summary
    decisions = draft.decisions
    findings = evidence.findings
    price = PriceReport(evidence.price)
    coverage = evidence.coverage
    validation = evidence.validation
    notes = draft.notes
    repairs = draft.repairs
    confidence = draft.confidence
  }
}
