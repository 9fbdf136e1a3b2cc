/// What services decide whatever policies say, or demand beside them; data of a cloud's pack.
package struct ServiceRules: Hashable, Sendable {
  /// Actions on resources, both with wildcards.
  package struct Scope: Hashable, Sendable {
    package let actions: [String]
    package let resources: [String]

    package init(actions: [String], resources: [String]) {
      self.actions = actions
      self.resources = resources
    }

    func covers(_ request: PermissionRequest) -> Bool {
      Self.covers(actions, text: request.action, isFolded: true)
        && Self.covers(resources, text: request.resource, isFolded: false)
    }

    private static func covers(_ patterns: [String], text: String, isFolded: Bool) -> Bool {
      let subject = PolicyPattern(text, isFolded: isFolded)
      return patterns.contains { PolicyPattern($0, isFolded: isFolded).extent(over: subject) == .whole }
    }
  }

  /// Allowed to whoever has a signature, also where a policy denies it.
  package let alwaysAllowed: [Scope]
  /// Where the resource's own policy has to allow, and a requester's policy counts only as far as that lets it.
  package let needsResourcePolicy: [Scope]
  /// What no policy can allow, less the actions behind it.
  package let refused: [Scope]
  package let excepted: [Scope]

  package init(
    alwaysAllowed: [Scope] = [], needsResourcePolicy: [Scope] = [], refused: [Scope] = [],
    excepted: [Scope] = []
  ) {
    self.alwaysAllowed = alwaysAllowed
    self.needsResourcePolicy = needsResourcePolicy
    self.refused = refused
    self.excepted = excepted
  }

  func refuses(_ request: PermissionRequest) -> Bool {
    refused.contains { $0.covers(request) } && !excepted.contains { $0.covers(request) }
  }
}
