/// Decides requests as the documentation of policy evaluation says: every denial counts; limits have to allow; within an
/// account requester or resource grants, between accounts both.
package struct AccessEvaluation: Sendable {
  package let rules: ServiceRules

  package init(rules: ServiceRules) {
    self.rules = rules
  }

  package func decide(_ request: PermissionRequest, layers: PolicyLayers) -> AccessDecision {
    let hasAccount = request.requester.account != nil
    if hasAccount, rules.alwaysAllowed.contains(where: { $0.covers(request) }) {
      return AccessDecision(
        outcome: .allowed, formula: .always, grants: ["the service allows it to everybody"], denials: [],
        partial: [], blockedBy: [])
    }
    let limits = Limits(layers, request: request, hasAccount: hasAccount)
    let identity = LayerVote(hasAccount ? layers.identity : [], request: request)
    let resource = ResourceVote(
      layers.resource, request: request, hasBoundary: !layers.boundaries.isEmpty)
    let granted = self.granted(request, identity: identity, resource: resource, limits: limits)
    let unlimited = self.granted(request, identity: identity, resource: resource, limits: nil)
    let votes = [identity] + resource.votes + limits.votes
    let deny = AccessFormula.some(votes.map(\.deny))
    var formula = AccessFormula.every([granted, limits.outer, deny.negated])
    let isRefused = rules.refuses(request)
    if isRefused { formula = .never }
    return AccessDecision(
      outcome: Self.outcome(formula, deny: deny), formula: formula,
      grants: ([identity] + resource.votes).flatMap(\.allows).map(\.statement.place).uniqued,
      denials: votes.flatMap(\.denies).map(\.statement.place).uniqued,
      partial: votes.flatMap(\.partial).uniqued,
      blockedBy: formula == .never
        ? limits.blocking(granted: granted, unlimited: unlimited)
          + (resource.denials.deny == .always && unlimited != .never ? [.resource] : [])
          + (isRefused && unlimited != .never ? [.service] : [])
        : [])
  }

  private static func outcome(_ formula: AccessFormula, deny: AccessFormula) -> AccessDecision.Outcome {
    switch formula {
    case .always: .allowed
    case .never: deny == .always ? .forbidden : .denied
    default: formula.withoutUnread == .never ? .unknown : .conditional
    }
  }

  /// What requester and resource grant together.
  /// - Parameter limits: of the requester; nil to know what would be granted without them.
  private func granted(
    _ request: PermissionRequest, identity: LayerVote, resource: ResourceVote, limits: Limits?
  ) -> AccessFormula {
    let boundary = limits?.boundary ?? .always
    let session = limits?.session ?? .always
    let ownPolicies = AccessFormula.every([identity.allow, boundary, session])
    // Whoever is named as a user or a session, or as anybody, is not held by a boundary; a role as such is.
    let direct = AccessFormula.some([
      .every([resource.allow([.everyone, .user, .session, .service]), session]),
      .every([resource.allow([.role]), boundary, session]),
    ])
    guard let account = request.requester.account else {
      return resource.allow([.everyone, .service])
    }
    let named = resource.allow([.everyone, .user, .session, .role, .account])
    let withinAccount =
      rules.needsResourcePolicy.contains { $0.covers(request) }
      ? AccessFormula.some([direct, .every([resource.allow([.account]), ownPolicies])])
      : AccessFormula.some([direct, ownPolicies])
    let betweenAccounts = AccessFormula.every([ownPolicies, named])
    guard let other = request.account else { return withinAccount }
    switch PolicyPattern(account).literal(isFolded: false).extent(
      over: PolicyPattern(other).literal(isFolded: false))
    {
    case .whole: return withinAccount
    case .part, .none: return betweenAccounts
    case .open:
      let same = OpenCondition.same(pattern: account, text: other)
      return .some([
        .every([.holds(same), withinAccount]), .every([.fails(same), betweenAccounts]),
      ])
    }
  }
}

extension [String] {
  fileprivate var uniqued: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
