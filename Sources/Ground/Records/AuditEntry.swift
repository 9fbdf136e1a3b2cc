/// One line of the audit trail: who did what to what.
package struct AuditEntry: Sendable, Hashable, Codable {
  package enum Action: String, Sendable, Codable {
    /// A consultation was asked for.
    case asked
    /// A run ended, with what its journal then had.
    case ended
    /// A plan or an approval came from another machine.
    case imported
    case planned, approved, revoked, refused, applying, applied, reconciled, drifted, published
    case applyFailed = "apply-failed"
    /// A night of advice was kept, or a person set advice aside.
    case advised, dismissed
    /// A folder could not be planned.
    case planFailed = "plan-failed"
    /// A rule was set aside by a person's explicit setting.
    case overridden
    /// A person allowed something by name that a configuration runs, asks, fetches or reads.
    case allowed
    case keyTrusted = "key-trusted"
    case keyRemoved = "key-removed"
    /// What the row says is no action: somebody wrote into the file.
    case unreadable
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
