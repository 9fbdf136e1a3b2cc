import Basics

/// One run of an approved plan.
package struct ApplyRecord: Sendable, Hashable {
  package enum Status: String, Sendable, Codable {
    /// Begun and not known to have ended: after a crash a person decides, never a retry.
    case unknown
    case done, failed
  }

  package var id: String
  package var plan: String
  package var approval: String
  package var started: String
  package var ended: String?
  package var status: Status
  package var detail: String
  /// What happened to each resource, as a list; empty until the end is known.
  package var outcome: JSONValue

  package init(
    id: String, plan: String, approval: String, started: String, ended: String? = nil, status: Status,
    detail: String, outcome: JSONValue = []
  ) {
    self.id = id
    self.plan = plan
    self.approval = approval
    self.started = started
    self.ended = ended
    self.status = status
    self.detail = detail
    self.outcome = outcome
  }
}
