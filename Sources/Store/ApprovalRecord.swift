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
