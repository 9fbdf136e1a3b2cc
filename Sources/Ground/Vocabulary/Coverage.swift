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
  /// Where each of them says so, `infrastructure/database.tf:12`, in the order of `evidence`; nil in evidence of versions without it,
  /// empty where a place is not known.
  package var places: [String]?

  package init(
    requirement: String, status: Status, evidence: [String] = [], reason: String = "", places: [String]? = nil
  ) {
    self.requirement = requirement
    self.status = status
    self.evidence = evidence
    self.reason = reason
    self.places = places
  }
}
