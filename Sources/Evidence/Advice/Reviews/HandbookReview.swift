import HCL
import ResourceGraph
import Vocabulary

/// The objections of the handbook: no saving may drop the last replica, the backup or the encryption.
struct HandbookReview: Sendable {
  let rules: [ReviewRule]
  let reviewers: [AdviceReviewer]

  /// What speaks against a proposal; each objection once, by the first reviewer whose concern it is.
  func objections(to proposal: AdviceProposal, scope: (Resource) -> Scope) -> [AdviceObjection] {
    // What a resource's rules see is made once for all of them.
    var scopes: [String: Scope] = [:]
    return rules.compactMap { rule in
      guard let reviewer = reviewers.first(where: { $0.focus.contains(rule.focus) }) else { return nil }
      for (before, after) in proposal.resources where rule.types.isEmpty || rule.types.contains(before.type) {
        var scope = scopes[before.address] ?? scope(before)
        scopes[before.address] = scope
        scope.variables["before"] = before.attributes
        scope.variables["after"] = after?.attributes ?? .null
        scope.variables["removes"] = .bool(after == nil)
        scope.variables["keeps_data"] = .bool(proposal.keepsData)
        scope.variables["rule"] = .string(proposal.recommendation.rule)
        scope.variables["action"] = .string(proposal.recommendation.action.rawValue)
        scope.variables["env"] = proposal.environment
        scope.variables["added"] = .list(proposal.added.map(\.attributes))
        var evaluator = Evaluator(scope: scope, isLenient: true)
        guard evaluator.evaluate(rule.when) == .bool(true) else { continue }
        return AdviceObjection(
          by: reviewer.key, role: reviewer.role, answeredBy: "handbook", rule: rule.id,
          reason: evaluator.evaluate(rule.reason).text ?? rule.id)
      }
      return nil
    }
  }
}
