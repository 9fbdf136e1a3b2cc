/// How a name of a policy's principals is one of the requester.
package struct PrincipalMatch: Hashable, Sendable {
  /// What was named. An account lets its own policies decide; the others grant by themselves, and a boundary limits only
  /// what was granted to the role as such.
  package enum Grant: Hashable, Sendable {
    case everyone, user, session, role, account, service
  }

  package let grant: Grant
  /// What else has to hold for it.
  package let formula: AccessFormula

  /// The matches of all names, none where nobody named is the requester.
  static func matches(
    _ principals: PolicyPrincipals, requester: Requester, context: RequestContext
  ) -> [PrincipalMatch] {
    principals.names.compactMap { match($0, requester: requester, context: context) }
  }

  private static func match(
    _ name: PolicyPrincipals.Name, requester: Requester, context: RequestContext
  ) -> PrincipalMatch? {
    if name.text == "*" {
      // Everybody of a kind that has no wildcard of its own, such as services, is nobody.
      return name.kind == PolicyPrincipals.accountKind
        ? PrincipalMatch(grant: .everyone, formula: .always) : nil
    }
    guard name.kind == PolicyPrincipals.accountKind else {
      let isNamed = requester.name == name.text && [.service, .federated].contains(requester.kind)
      return isNamed ? PrincipalMatch(grant: .service, formula: .always) : nil
    }
    guard requester.account != nil else { return nil }
    guard let named = Requester(name.text) else { return symbolic(name.text, requester: requester) }
    switch (named.kind, requester.kind) {
    case (.account, _): return account(named, requester: requester)
    case (.session, .session):
      guard isNamed(requester, as: named) else { return nil }
      if named.sessionName == requester.sessionName {
        return PrincipalMatch(grant: .session, formula: .always)
      }
      return context.isTentative ? session(named) : nil
    case (.session, .role):
      return context.isOpen && isNamed(requester, as: named) ? session(named) : nil
    case (.role, .session):
      return isNamed(requester, as: named) ? PrincipalMatch(grant: .role, formula: .always) : nil
    default:
      let formula =
        requester.namesOfOthers.contains(named.name) ? .never : same(named.name, as: requester.name)
      return formula == .never
        ? nil : PrincipalMatch(grant: requester.kind == .role ? .role : .user, formula: formula)
    }
  }

  private static func session(_ named: Requester) -> PrincipalMatch {
    PrincipalMatch(grant: .session, formula: .holds(.sessionName(named.sessionName ?? "")))
  }

  private static func account(_ named: Requester, requester: Requester) -> PrincipalMatch? {
    let formula = same(named.account ?? "", as: requester.account ?? "")
    return formula == .never ? nil : PrincipalMatch(grant: .account, formula: formula)
  }

  /// The text is known only after apply: it may be anybody that its symbols can stand for.
  private static func symbolic(_ text: String, requester: Requester) -> PrincipalMatch? {
    let formula = same(text, as: requester.name)
    guard formula != .never else { return nil }
    return PrincipalMatch(grant: requester.kind == .role ? .role : .user, formula: formula)
  }

  private static func isNamed(_ requester: Requester, as named: Requester) -> Bool {
    named.shortName == requester.shortName && same(named.account ?? "", as: requester.account ?? "") != .never
  }

  /// Names of principals have no wildcards.
  private static func same(_ named: String, as other: String) -> AccessFormula {
    let pattern = PolicyPattern(named).literal(isFolded: false)
    switch pattern.extent(over: PolicyPattern(other).literal(isFolded: false)) {
    case .whole: return .always
    case .part, .none: return .never
    case .open: return .holds(.same(pattern: named, text: other))
    }
  }
}
