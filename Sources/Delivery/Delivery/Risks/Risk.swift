/// Why a plan needs more than one person: one class and the resource it is about.
package struct Risk: Sendable, Hashable, Codable {
  package enum Class: String, Sendable, Codable, CaseIterable {
    case destroy, replace
    /// Who may do what.
    case identity
    /// Something becomes reachable from everywhere.
    case exposure
    /// More money than the threshold.
    case price
  }

  package var kind: Class
  /// The resource's address; empty for the price.
  package var address: String
  /// One sentence without values that may be secret.
  package var reason: String

  package init(_ kind: Class, address: String, reason: String) {
    self.kind = kind
    self.address = address
    self.reason = reason
  }
}
