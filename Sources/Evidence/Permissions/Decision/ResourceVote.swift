/// What the policy of a resource says of a request, apart for each way of naming the requester.
struct ResourceVote {
  /// By what was named.
  private(set) var byGrant: [PrincipalMatch.Grant: LayerVote] = [:]
  private(set) var denials = LayerVote()

  init(_ policy: PermissionPolicy?, request: PermissionRequest, hasBoundary: Bool) {
    guard let policy else { return }
    if let reason = policy.unread { byGrant[.account, default: LayerVote()].unread.append(reason) }
    for statement in policy.statements {
      guard let principals = statement.principals else { continue }
      let matches = PrincipalMatch.matches(
        principals, requester: request.requester, context: request.context)
      if principals.isInverted {
        add(statement, excluded: matches, request: request, hasBoundary: hasBoundary)
        continue
      }
      for match in matches {
        guard statement.effect != .deny else {
          denials.add(statement, request: request, principals: match.formula)
          continue
        }
        byGrant[match.grant, default: LayerVote()].add(
          statement, request: request, principals: match.formula)
      }
      if matches.isEmpty, principals.hasUnknown {
        let open = AccessFormula.holds(.unread("the principal of \(statement.place)"))
        statement.effect == .deny
          ? denials.add(statement, request: request, principals: open)
          : byGrant[.account, default: LayerVote()].add(statement, request: request, principals: open)
      }
    }
  }

  /// A statement about everybody but some. One that denies reaches whoever has a boundary even where it is excepted: the
  /// documentation of `NotPrincipal` says so, because the session is not the role that was excepted.
  private mutating func add(
    _ statement: PolicyStatement, excluded: [PrincipalMatch], request: PermissionRequest, hasBoundary: Bool
  ) {
    let others = AccessFormula.some(excluded.map(\.formula)).negated
    guard statement.effect == .deny else {
      byGrant[.everyone, default: LayerVote()].add(statement, request: request, principals: others)
      return
    }
    denials.add(statement, request: request, principals: hasBoundary ? .always : others)
  }

  /// What has to hold for a statement to allow that names the requester in one of these ways.
  func allow(_ grants: [PrincipalMatch.Grant]) -> AccessFormula {
    .some(grants.compactMap { byGrant[$0]?.allow })
  }

  /// The votes in a fixed order.
  var votes: [LayerVote] {
    [.everyone, .user, .session, .role, .account, .service].compactMap { byGrant[$0] } + [denials]
  }
}
