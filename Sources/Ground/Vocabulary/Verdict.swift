/// The outcome of a consultation.
package struct Verdict: Hashable, Sendable, Codable {
  /// Security's or cost's refusal; it cannot be out-voted.
  package struct Veto: Hashable, Sendable, Codable {
    package var by: String
    package var reason: String
    /// The objection that carries it.
    package var objection: String

    package init(by: String, reason: String, objection: String) {
      self.by = by
      self.reason = reason
      self.objection = objection
    }
  }

  /// A judge who would have chosen otherwise, in the judge's words.
  package struct Dissent: Hashable, Sendable, Codable {
    package var by: String
    package var prefers: String
    package var words: String

    package init(by: String, prefers: String, words: String) {
      self.by = by
      self.prefers = prefers
      self.words = words
    }
  }

  /// The label of the chosen draft.
  package var draft: String
  package var reason: String
  /// 0 to 1.
  package var confidence: Double
  /// `uncalibrated` until enough outcomes are known; then on how many the number rests, with its Brier score.
  package var calibration: String
  /// The confidence before calibration; nil in runs of versions without it.
  package var claimed: Double?
  package var vetoes: [Veto]
  package var dissent: [Dissent]

  package init(
    draft: String, reason: String, confidence: Double, calibration: String = "uncalibrated",
    claimed: Double? = nil, vetoes: [Veto] = [],
    dissent: [Dissent] = []
  ) {
    self.draft = draft
    self.reason = reason
    self.confidence = confidence
    self.calibration = calibration
    self.claimed = claimed
    self.vetoes = vetoes
    self.dissent = dissent
  }
}
