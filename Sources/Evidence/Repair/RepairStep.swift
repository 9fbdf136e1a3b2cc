import Basics

/// One repair of a text, with its reason.
package struct RepairStep: Hashable, Sendable {
  /// What was done and why, in one sentence.
  package var reason: String
  /// Where, in the text before.
  package var range: SourceRange
  package var address: String?
  /// What to put into which bytes of the file.
  var splices: [Splice]

  struct Splice: Hashable, Sendable {
    var bytes: Range<Int>
    var text: String
  }
}
