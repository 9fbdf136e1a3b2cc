import Vocabulary

/// What is held against the advice of one estate from outside of it.
package struct AdviceOptions: Sendable {
  package var reviewers: [AdviceReviewer] = AdviceReviewer.standard
  /// Advice that a person dismissed, by fingerprint: it is not given, and nothing builds on it.
  package var dismissed: Set<String> = []
  /// Objections of models, by fingerprint.
  package var objections: [String: [AdviceObjection]] = [:]
  /// Patches that turned out not to hold, by fingerprint, with what was wrong.
  var refusals: [String: String] = [:]

  package init() {}
}
