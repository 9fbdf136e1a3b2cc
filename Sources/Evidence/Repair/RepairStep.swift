import Basics

/// One repair of a text, with its reason.
package struct RepairStep: Hashable, Sendable {
  /// What was done and why, in one sentence.
  package var reason: String
  /// Where, in the text before.
  package var range: SourceRange
  package var address: String?
  /// Whether something that was written is gone afterwards: a setting, a name, a password. Such an edit is a person's to
  /// make, however certain it is that the text was wrong.
  package var isLossy = false
  /// What to put into which bytes of the file.
  var splices: [Splice]

  init(
    reason: String, range: SourceRange, address: String? = nil, isLossy: Bool = false, splices: [Splice]
  ) {
    self.reason = reason
    self.range = range
    self.address = address
    self.isLossy = isLossy
    self.splices = splices
  }

  struct Splice: Hashable, Sendable {
    var bytes: Range<Int>
    var text: String
  }
}
