/// One line of the audit trail: who did what to what.
package struct AuditEntry: Sendable, Hashable, Codable {
  package enum Action: String, Sendable, Codable {
    case planned, approved, refused, applying, applied, reconciled
    case applyFailed = "apply-failed"
  }

  /// RFC 3339, UTC.
  package var time: String
  package var actor: String
  package var action: Action
  /// The plan, approval or apply it concerns.
  package var subject: String
  /// One sentence; no secret.
  package var detail: String

  package init(time: String, actor: String, action: Action, subject: String, detail: String) {
    self.time = time
    self.actor = actor
    self.action = action
    self.subject = subject
    self.detail = detail
  }
}
