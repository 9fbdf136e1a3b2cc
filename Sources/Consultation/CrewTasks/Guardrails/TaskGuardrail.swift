/// What a result has to pass before anything builds on it.
package protocol TaskGuardrail: Sendable {
  /// What is wrong with a result, in sentences that whoever made it can act on; empty where it passes.
  func faults(in text: String) -> [String]
}
