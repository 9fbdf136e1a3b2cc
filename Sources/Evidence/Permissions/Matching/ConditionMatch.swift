/// Judges the conditions of a statement against the context of a request.
struct ConditionMatch {
  let context: RequestContext

  /// What has to hold for all conditions to be met.
  /// - Parameter place: of the statement, named where a part cannot be read.
  func formula(_ conditions: [PolicyCondition]?, place: String) -> AccessFormula {
    guard let conditions else { return .holds(.unread("the condition of \(place)")) }
    return .every(conditions.map { formula($0, place: place) })
  }

  private func formula(_ condition: PolicyCondition, place: String) -> AccessFormula {
    guard let (operation, isNegated) = ConditionOperator.named(condition.name) else {
      return .holds(.unread("the unknown operator \(condition.operation) of \(place)"))
    }
    let given = context[condition.key]
    if condition.hasUnknown { return .holds(.unread("a value of \(condition.key) in \(place)")) }
    if case .null = operation {
      guard given != nil || !context.isOpen else { return open(condition) }
      return condition.values.contains(given == nil ? "true" : "false") ? .always : .never
    }
    guard let given, !given.isEmpty else {
      if given == nil, context.isOpen { return open(condition) }
      return absent(condition, isNegated: isNegated) ? .always : .never
    }
    return judged(condition, operation: operation, isNegated: isNegated, given: given)
  }

  /// What holds of a key that the request does not have: who denies something of it is right, and so is who asks for it
  /// only where it exists.
  private func absent(_ condition: PolicyCondition, isNegated: Bool) -> Bool {
    if condition.isIfExists || condition.quantifier == .all { return true }
    return isNegated && condition.quantifier == nil
  }

  private func open(_ condition: PolicyCondition) -> AccessFormula {
    .holds(.context(operation: condition.operation, key: condition.key, values: condition.values))
  }

  private func judged(
    _ condition: PolicyCondition, operation: ConditionOperator, isNegated: Bool, given: [String]
  ) -> AccessFormula {
    let wanted = condition.values.map { PolicyPattern($0) { context[$0]?.first } }
    let results = given.map { value -> AccessFormula in
      let fits = AccessFormula.some(wanted.map { self.fits(value, wanted: $0, operation: operation) })
      return isNegated ? fits.negated : fits
    }
    switch condition.quantifier {
    case .all: return .every(results)
    case .any: return .some(results)
    // A key with one value; where it has several all the same, one that fits is enough, and none may be denied.
    case nil: return isNegated ? .every(results) : .some(results)
    }
  }

  private func fits(_ value: String, wanted: PolicyPattern, operation: ConditionOperator) -> AccessFormula {
    switch operation.fits(value, wanted: wanted) {
    case .whole: .always
    case .part, .none: .never
    case .open: .holds(.same(pattern: wanted.text, text: value))
    }
  }
}
