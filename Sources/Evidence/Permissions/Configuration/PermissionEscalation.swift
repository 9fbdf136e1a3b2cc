/// A way in which an identity can take more than it was given.
package struct PermissionEscalation: Hashable, Sendable, Encodable {
  package let who: String
  /// Of the way, `pass-role-to-function`.
  package let id: String
  package let actions: [String]
  /// What it gives, for people.
  package let gives: String
  package let allowedBy: [String]
  /// What has to hold; nil where nothing is left open.
  package let when: String?

  /// The escalations of every user and role of a configuration. Who may do everything has nothing to gain, and is one
  /// finding of its own kind elsewhere.
  package static func escalations(in model: PermissionModel) -> [PermissionEscalation] {
    let question = PermissionQuestion(model)
    return model.identities.flatMap { identity -> [PermissionEscalation] in
      func decision(_ action: String) -> AccessDecision {
        question.decide(identity.requester, action: action, resource: "*")
      }
      guard decision("*").outcome != .allowed else { return [] }
      return model.book.escalations.compactMap { way in
        let decisions = way.actions.map(decision)
        guard decisions.allSatisfy({ [.allowed, .conditional].contains($0.outcome) }) else { return nil }
        let formula = AccessFormula.every(decisions.map(\.formula))
        return PermissionEscalation(
          who: identity.address, id: way.id, actions: way.actions, gives: way.gives,
          allowedBy: decisions.flatMap(\.grants).reduce(into: []) { if !$0.contains($1) { $0.append($1) } },
          when: formula == .always ? nil : formula.description)
      }
    }
  }

  /// For people, in lines.
  package var text: String {
    ([
      "\(who) \(gives): \(actions.joined(separator: " + "))"
    ] + (when.map { ["  when \($0)"] } ?? []) + allowedBy.map { "  allowed by \($0)" })
    .joined(separator: "\n") + "\n"
  }
}
