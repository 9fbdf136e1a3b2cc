/// What one statement has to do with a request.
struct StatementMatch {
  /// What has to hold for it to apply.
  let formula: AccessFormula
  /// Whether it applies to a part of what was asked only, and so to the whole of it not.
  let isPartial: Bool

  static let none = StatementMatch(formula: .never, isPartial: false)

  /// Without its principals, which are judged by whoever has them.
  init(_ statement: PolicyStatement, request: PermissionRequest) {
    let variables: (String) -> String? = { request.context[$0]?.first }
    let action = Self.extent(
      statement.actions, subject: PolicyPattern(request.action, isFolded: true), isFolded: true)
    let resource = Self.extent(
      statement.resources, subject: request.subject, variables: variables)
    let extents = [action, resource]
    if extents.contains(.none) {
      self = .none
      return
    }
    var parts: [AccessFormula] = []
    if action == .open { parts.append(.holds(.unread("an action of \(statement.place)"))) }
    if resource == .open {
      parts.append(
        .holds(
          .same(
            pattern: (statement.resources?.texts ?? []).joined(separator: ", "), text: request.resource)))
    }
    parts.append(
      ConditionMatch(context: statement.effect == .deny ? request.context.ofDenial : request.context).formula(
        statement.conditions, place: statement.place))
    let formula = AccessFormula.every(parts)
    let isPartial = extents.contains(.part)
    self.init(formula: isPartial ? .never : formula, isPartial: isPartial && formula != .never)
  }

  private init(formula: AccessFormula, isPartial: Bool) {
    self.formula = formula
    self.isPartial = isPartial
  }

  /// How much of the subject a selection covers; a statement without one, as a trust policy without resources, covers all.
  private static func extent(
    _ selection: PolicySelection?, subject: PolicyPattern, isFolded: Bool = false,
    variables: (String) -> String? = { _ in nil }
  ) -> PolicyPattern.Extent {
    guard let selection else { return .whole }
    let extents = selection.texts.map {
      PolicyPattern($0, isFolded: isFolded, variables: variables).extent(over: subject)
    }
    let strongest: PolicyPattern.Extent =
      [.whole, .open, .part].first { extents.contains($0) } ?? .none
    let known = selection.hasUnknown && strongest != .whole ? .open : strongest
    guard selection.isInverted else { return known }
    return switch known {
    case .whole: .none
    case .none: .whole
    case .part, .open: known
    }
  }
}
