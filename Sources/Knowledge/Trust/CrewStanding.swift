/// What a crew file is worth here.
package enum CrewStanding: Hashable, Sendable {
  /// The one that ships, or one with the very same bytes.
  case shipped
  /// Below the person's own configuration.
  case own
  /// A person trusted exactly this.
  case trusted(TrustedCrewRecord)
  /// A person trusted what lay here before.
  case changed(TrustedCrewRecord)
  case unknown
}
