/// How one answer of the panel is chosen.
package enum EvaluationMode: String, Sendable, Codable, CaseIterable {
  /// Any answer; what is reported is the mean over all.
  case random
  /// The answer most like the others, by the resources it has.
  case vote
  /// Any answer that passes the checks; the mean over these.
  case gate
  /// The first model's answer.
  case solo
  /// The best by evidence, nobody talks.
  case ensemble
  /// The whole protocol.
  case debate
}
