/// A person's word on a plan.
package struct ApprovalWord: Sendable {
  /// An approval is good for this many minutes unless it says otherwise.
  package static let defaultMinutes = 60

  package var approver: String
  /// How long it is good, 1 to 1440 minutes.
  package var minutes: Int
  package var comment: String
  /// The number of changes as the person typed it; a plan of a risk class needs it.
  package var typedCount: Int?

  package init(
    approver: String, minutes: Int = ApprovalWord.defaultMinutes, comment: String = "", typedCount: Int? = nil
  ) {
    self.approver = approver
    self.minutes = minutes
    self.comment = comment
    self.typedCount = typedCount
  }
}
