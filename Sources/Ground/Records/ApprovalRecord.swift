/// One person's word on one plan. The signed envelope is what counts; the other fields only index it.
package struct ApprovalRecord: Sendable, Hashable, Codable {
  package var id: String
  package var plan: String
  package var digest: String
  package var approver: String
  package var created: String
  package var expires: String
  package var comment: String
  /// The signed statement, as JSON.
  package var envelope: String
  /// When it was used; nil while it is good.
  package var used: String?
  /// When it was taken back; nil while it is good.
  package var revoked: String?

  package init(
    id: String, plan: String, digest: String, approver: String, created: String, expires: String,
    comment: String, envelope: String = "", used: String? = nil, revoked: String? = nil
  ) {
    self.id = id
    self.plan = plan
    self.digest = digest
    self.approver = approver
    self.created = created
    self.expires = expires
    self.comment = comment
    self.envelope = envelope
    self.used = used
    self.revoked = revoked
  }
}
