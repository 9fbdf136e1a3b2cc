import HCL

/// One statement of a policy.
package struct PolicyStatement: Hashable, Sendable {
  package enum Effect: String, Hashable, Sendable {
    case allow = "Allow"
    case deny = "Deny"
  }

  /// Where it stands, for people: `aws_iam_role_policy.app, statement 2 (ReadQueue)`.
  package let place: String
  /// Nil where it is not known.
  package let effect: Effect?
  package let actions: PolicySelection?
  package let resources: PolicySelection?
  package let principals: PolicyPrincipals?
  /// Nil where they are not known.
  package let conditions: [PolicyCondition]?

  /// - Parameters:
  ///   - policy: the name of the policy.
  ///   - number: from 1.
  init(_ value: Value, policy: String, number: Int) {
    let name = value["Sid"]?.text.map { $0.isEmpty ? "" : " (\($0))" } ?? ""
    place = "\(policy), statement \(number)\(name)"
    effect = value["Effect"]?.text.flatMap(Effect.init(rawValue:))
    actions = PolicySelection(value, name: "Action")
    resources = PolicySelection(value, name: "Resource")
    principals = PolicyPrincipals(value)
    conditions = PolicyCondition.read(value["Condition"])
  }
}
