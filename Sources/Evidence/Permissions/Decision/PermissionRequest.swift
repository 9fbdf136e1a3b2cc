/// One question: may this requester do this to that?
package struct PermissionRequest: Hashable, Sendable {
  package let requester: Requester
  /// `s3:GetObject`; wildcards stand for all that they cover.
  package let action: String
  /// The resource's name, an ARN; wildcards stand for all that they cover.
  package let resource: String
  /// The account the resource is in; nil where nobody knows.
  package let account: String?
  package let context: RequestContext
  /// Whether the action is about no resource, so that `*` is its only name and stands for nothing else.
  package let isWithoutResource: Bool

  package init(
    requester: Requester, action: String, resource: String, account: String?, context: RequestContext,
    isWithoutResource: Bool = false
  ) {
    self.requester = requester
    self.action = action
    self.resource = resource
    self.account = account
    self.context = context
    self.isWithoutResource = isWithoutResource
  }

  /// The resource as statements are compared with it.
  var subject: PolicyPattern {
    let pattern = PolicyPattern(resource)
    return isWithoutResource ? pattern.literal(isFolded: false) : pattern
  }
}
