/// What a requirement claims, which says how it is decided on the resource graph.
package enum ClaimKind: String, Hashable, Sendable, Codable, CaseIterable {
  /// Something is there, in the number and under the name that the request gives.
  case exists
  /// An argument has a value, compared with its unit.
  case property
  /// Who may reach something: everybody, nobody from outside, only some.
  case exposure
  /// Who may do what to something, and whether nothing else.
  case permission
  /// Something passes from one thing to another: events, messages, records, requests.
  case flow
  /// Encryption at rest or in transit, and whose key.
  case encryption
  /// Backups, retention, versions, copies elsewhere.
  case durability
  /// Zones, replicas, failover.
  case availability
  /// Names and tags that the request gives.
  case naming
  /// None of these is there, or the property is absent or false.
  case absence
  /// What the request does not speak of is as it was.
  case unchanged
  /// A part of the request for which there is neither a recipe nor a decision.
  case notCovered = "not-covered"
}
