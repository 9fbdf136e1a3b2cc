/// What is wrong with a draft, as far as its author can mend it.
struct DraftFaults {
  /// A form that does not fit, no file, stages that fail.
  var refusals: [String] = []
  var hasFiles = true
  /// Requirements that the draft does not meet.
  var unmet = 0
  /// Findings that every rule calls grave.
  var grave: [String] = []
  /// More are not sent back at once.
  private static let most = 8

  /// The sentences that are sent back.
  func sentences(withFindings: Bool) -> [String] {
    refusals + (withFindings ? Array(grave.prefix(Self.most)) : [])
  }

  /// Whether a draft with these is better than one with the others. What was asked for weighs more than a finding: a draft
  /// that pleases a rule by leaving it out is none.
  func isBetter(than other: DraftFaults) -> Bool {
    if hasFiles != other.hasFiles { return hasFiles }
    return (refusals.count, unmet, grave.count) < (other.refusals.count, other.unmet, other.grave.count)
  }
}
