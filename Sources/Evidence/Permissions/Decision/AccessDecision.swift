/// The answer to a request for permission, with what it rests on.
package struct AccessDecision: Hashable, Sendable {
  package enum Outcome: String, Hashable, Sendable, Codable {
    case allowed
    /// Allowed where the formula holds, which the request leaves open.
    case conditional
    /// Decided by something that is known only after apply or cannot be read.
    case unknown
    /// No policy allows it.
    case denied
    /// A statement denies it.
    case forbidden
  }

  /// What stops a request that requester and resource would allow.
  package enum Layer: String, Hashable, Sendable, Codable {
    case boundary, session, serviceControl, resourceControl, endpoint, resource
    /// The service itself refuses, whatever policies say.
    case service
  }

  package let outcome: Outcome
  /// What has to hold for it to be allowed.
  package let formula: AccessFormula
  /// The statements that allow it, as far as they do.
  package let grants: [String]
  /// The statements that deny it, wholly or where their conditions hold.
  package let denials: [String]
  /// Statements that cover only a part of what was asked: of what has a wildcard.
  package let partial: [String]
  package let blockedBy: [Layer]
}
