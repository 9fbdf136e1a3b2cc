/// Whether one requirement is met by a draft, and by which resources.
package struct Coverage: Hashable, Sendable, Codable {
  package enum Status: String, Sendable, Codable {
    case met, unmet, unknown
  }

  package var requirement: String
  package var status: Status
  /// Addresses of the resources that show it.
  package var evidence: [String]
  /// Why it is unmet or unknown; when met, what was looked at where no resource shows it, else empty.
  package var reason: String

  package init(requirement: String, status: Status, evidence: [String] = [], reason: String = "") {
    self.requirement = requirement
    self.status = status
    self.evidence = evidence
    self.reason = reason
  }
}
