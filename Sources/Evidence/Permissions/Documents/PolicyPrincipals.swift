import HCL

/// Whom a statement of a resource's policy is about.
package struct PolicyPrincipals: Hashable, Sendable {
  /// One name with its kind: `AWS`, `Service`, `Federated`, `CanonicalUser`; everybody is `*` of the first.
  package struct Name: Hashable, Sendable {
    package let kind: String
    package let text: String
  }

  package let names: [Name]
  /// `NotPrincipal`: everybody but these.
  package let isInverted: Bool
  package let hasUnknown: Bool

  /// The kind whose names are accounts, users, roles and sessions.
  package static let accountKind = "AWS"

  /// Nil where the statement names nobody, as those of an identity's policy.
  init?(_ statement: Value) {
    for (member, isInverted) in [("Principal", false), ("NotPrincipal", true)] {
      guard let value = statement[member], !value.isNull else { continue }
      var names: [Name] = []
      var hasUnknown = false
      let groups: [(key: String, value: Value)] = value.members ?? [(key: Self.accountKind, value: value)]
      for (kind, identifiers) in groups {
        let (texts, isOpen) = identifiers.policyTexts
        names += texts.map { Name(kind: kind, text: $0) }
        hasUnknown = hasUnknown || isOpen
      }
      self.names = names
      self.isInverted = isInverted
      self.hasUnknown = hasUnknown
      return
    }
    return nil
  }
}
