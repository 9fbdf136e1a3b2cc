import Vocabulary

/// One answer of the panel as a draft, with the evidence on it.
struct PanelCandidate: Sendable {
  var model: String
  var draft: Draft
  var evidence: Evidence
  /// Whether it was repaired, so that the recorded verdict is not about it.
  var isChanged: Bool
  var isRight: Bool
  var plans: Bool
  var bytes: Int

  /// What every check of ours lets through: valid, and no requirement unmet.
  var passes: Bool { evidence.isValid && evidence.unmet.isEmpty }
}
