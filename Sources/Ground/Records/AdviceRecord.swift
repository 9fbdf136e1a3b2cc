/// One piece of advice over the nights.
package struct AdviceRecord: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Codable {
    case open
    /// No longer given, and what it was about costs less or is gone.
    case applied
    /// Applied, and measured on a later night.
    case realised
    /// No longer given for another reason.
    case withdrawn
    case dismissed
    /// What the row says is no status: somebody wrote into the file.
    case unreadable
  }

  package var fingerprint: String
  package var estate: String
  package var rule: String
  package var title: String
  package var address: String
  /// Every address it is about.
  package var addresses: [String]
  package var status: Status
  /// Local days, `2026-11-23`: when it was first given, last given, and when the status changed.
  package var first: String
  package var last: String
  package var changed: String
  /// Dollars a month when it was last given; nil where no amount was known.
  package var predicted: Double?
  /// What the addresses cost when it was last given; nil where that was not known.
  package var before: Double?
  /// By how much the addresses cost less later.
  package var realised: Double?
  /// Why it was dismissed, and the last day on which it stays so.
  package var reason: String
  package var until: String?

  package init(
    fingerprint: String, estate: String, rule: String, title: String, address: String, addresses: [String],
    status: Status = .open, first: String, last: String, changed: String, predicted: Double?, before: Double?,
    realised: Double? = nil, reason: String = "", until: String? = nil
  ) {
    self.fingerprint = fingerprint
    self.estate = estate
    self.rule = rule
    self.title = title
    self.address = address
    self.addresses = addresses
    self.status = status
    self.first = first
    self.last = last
    self.changed = changed
    self.predicted = predicted
    self.before = before
    self.realised = realised
    self.reason = reason
    self.until = until
  }
}
