/// Whether a result is accepted.
package struct Assessment: Sendable, Hashable, Codable {
  package var isAccepted: Bool
  /// What would have to change; empty where nothing has to.
  package var feedback: String

  package init(isAccepted: Bool, feedback: String = "") {
    self.isAccepted = isAccepted
    self.feedback = feedback
  }
}
