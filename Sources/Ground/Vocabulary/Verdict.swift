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

  /// What a confidence is the product of; each 0 to 1, but for `calibration`, which is a factor.
  package struct ConfidenceParts: Hashable, Sendable, Codable {
    /// The share of the requirements that is met; what is unmet or unknown counts against it.
    package var coverage: Double
    /// Stages of validation that passed, findings that are open, prices that are known, judges who agree.
    package var evidence: Double
    /// What earlier claims came to against what they claimed; 1 while too few outcomes are known.
    package var calibration: Double

    package init(coverage: Double, evidence: Double, calibration: Double) {
      self.coverage = coverage
      self.evidence = evidence
      self.calibration = calibration
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
  /// What the confidence is made of; nil in runs of versions without it.
  package var parts: ConfidenceParts?
  package var vetoes: [Veto]
  package var dissent: [Dissent]

  package init(
    draft: String, reason: String, confidence: Double, calibration: String = "uncalibrated",
    claimed: Double? = nil, parts: ConfidenceParts? = nil, vetoes: [Veto] = [], dissent: [Dissent] = []
  ) {
    self.draft = draft
    self.reason = reason
    self.confidence = confidence
    self.calibration = calibration
    self.claimed = claimed
    self.parts = parts
    self.vetoes = vetoes
    self.dissent = dissent
  }
}
