/// What is different from the nights before.
package struct AdviceChanges: Hashable, Sendable, Codable {
  /// Advice that is no longer given, and what became of it.
  package struct Outcome: Hashable, Sendable, Codable {
    package var fingerprint: String
    package var rule: String
    package var estate: String
    package var address: String
    package var title: String
    /// The night it was first given.
    package var since: String
    /// Dollars a month, as it was predicted when it was last given; nil where no amount was known.
    package var predicted: Double?
    /// Dollars a month by which the price of its resources fell; nil where that is not known.
    package var realised: Double?

    package init(
      fingerprint: String, rule: String, estate: String, address: String, title: String, since: String,
      predicted: Double?, realised: Double?
    ) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.estate = estate
      self.address = address
      self.title = title
      self.since = since
      self.predicted = predicted
      self.realised = realised
    }
  }

  /// Advice that a person does not want to hear of.
  package struct Dismissal: Hashable, Sendable, Codable {
    package var fingerprint: String
    package var rule: String
    package var estate: String
    package var address: String
    package var reason: String
    /// The last day on which it stays dismissed; nil for always.
    package var until: String?

    package init(
      fingerprint: String, rule: String, estate: String, address: String, reason: String, until: String?
    ) {
      self.fingerprint = fingerprint
      self.rule = rule
      self.estate = estate
      self.address = address
      self.reason = reason
      self.until = until
    }
  }

  /// The night that this one is compared with; nil for the first one.
  package var since: String?
  /// Fingerprints of advice given for the first time, or again after it was gone.
  package var new: [String]
  /// Fingerprints of advice that was given before.
  package var open: [String]
  /// Gone tonight, and the price of its resources fell or they are gone.
  package var applied: [Outcome]
  /// Applied on an earlier night; measured tonight against what was predicted.
  package var realised: [Outcome]
  /// Gone without a change of price: what it rested on is no longer so.
  package var withdrawn: [Outcome]
  /// Open, but tonight it could not be judged.
  package var unseen: [Outcome]
  package var dismissed: [Dismissal]

  package init(since: String?) {
    self.since = since
    new = []
    open = []
    applied = []
    realised = []
    withdrawn = []
    unseen = []
    dismissed = []
  }
}
