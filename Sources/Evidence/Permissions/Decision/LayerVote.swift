/// What the statements of some policies say together of a request.
struct LayerVote {
  var allows: [(statement: PolicyStatement, formula: AccessFormula)] = []
  var denies: [(statement: PolicyStatement, formula: AccessFormula)] = []
  var partial: [String] = []
  /// What could not be read may allow and deny.
  var unread: [String] = []

  /// The votes of policies that have no principals.
  init(_ policies: [PermissionPolicy], request: PermissionRequest) {
    for policy in policies {
      if let reason = policy.unread { unread.append(reason) }
      for statement in policy.statements { add(statement, request: request, principals: .always) }
    }
  }

  init() {}

  /// Adds what a statement says to whom the formula holds for.
  mutating func add(_ statement: PolicyStatement, request: PermissionRequest, principals: AccessFormula) {
    let match = StatementMatch(statement, request: request)
    if match.isPartial { partial.append(statement.place) }
    let formula = AccessFormula.every([principals, match.formula])
    guard formula != .never else { return }
    switch statement.effect {
    case .allow?: allows.append((statement, formula))
    case .deny?: denies.append((statement, formula))
    case nil: unread.append("the effect of \(statement.place)")
    }
  }

  /// What has to hold for one statement to allow.
  var allow: AccessFormula { .some(allows.map(\.formula) + unread.map { .holds(.unread($0)) }) }

  /// What has to hold for one statement to deny.
  var deny: AccessFormula {
    .some(denies.map(\.formula) + unread.map { .holds(.unreadDenial($0)) })
  }
}
