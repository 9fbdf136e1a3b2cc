/// All policies that have a say in one request.
package struct PolicyLayers: Sendable {
  /// Those of the requester: its own, managed ones, and those of its groups.
  package var identity: [PermissionPolicy] = []
  /// That of the resource; nil where it has none.
  package var resource: PermissionPolicy?
  /// Limits of the requester: none where there is none.
  package var boundaries: [PermissionPolicy] = []
  /// That of the session; nil where it has none.
  package var session: PermissionPolicy?
  /// Of the organization for the requester's account, by level from the root down; each level has to allow.
  package var serviceControl: [[PermissionPolicy]] = []
  /// Of the organization for the resource's account.
  package var resourceControl: [[PermissionPolicy]] = []
  /// Of the network endpoints on the way.
  package var endpoints: [PermissionPolicy] = []

  package init() {}
}
