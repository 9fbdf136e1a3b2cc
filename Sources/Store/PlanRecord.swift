import Basics

/// A plan as the store keeps it: what it would do is in `document`, what binds it in `digest`.
package struct PlanRecord: Sendable, Hashable {
  package var id: String
  package var created: String
  package var digest: String
  package var document: JSONValue

  package init(id: String, created: String, digest: String, document: JSONValue) {
    self.id = id
    self.created = created
    self.digest = digest
    self.document = document
  }
}

/// One person's word on one plan digest; good once and until it expires.
package struct ApprovalRecord: Sendable, Hashable {
  package var id: String
  package var plan: String
  package var digest: String
  package var approver: String
  package var created: String
  package var expires: String
  package var comment: String
  /// When it was used; nil while it is good.
  package var used: String?

  package init(
    id: String, plan: String, digest: String, approver: String, created: String, expires: String,
    comment: String, used: String? = nil
  ) {
    self.id = id
    self.plan = plan
    self.digest = digest
    self.approver = approver
    self.created = created
    self.expires = expires
    self.comment = comment
    self.used = used
  }
}

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

  package init(
    id: String, plan: String, approval: String, started: String, ended: String? = nil, status: Status,
    detail: String
  ) {
    self.id = id
    self.plan = plan
    self.approval = approval
    self.started = started
    self.ended = ended
    self.status = status
    self.detail = detail
  }
}
