/// Where a stretch of the request went. All of them, in order, are the whole request.
package struct Placement: Hashable, Sendable, Codable {
  package enum Place: String, Sendable, Codable, CaseIterable {
    /// One or more requirements.
    case claim
    /// A limit with a number or a name.
    case constraint
    /// A taste that decides between drafts and refuses none, as "preferably".
    case preference
    /// Words that change nothing.
    case context
    /// What nothing here understands or builds; it is a requirement that is not met.
    case notCovered = "not-covered"
  }

  /// The words as they were written, with the white space and punctuation behind them.
  package var text: String
  package var place: Place
  /// Ids of the requirements and constraints that the words became; empty for context.
  package var lines: [String]
  /// Why the words change nothing; nil for all but context.
  package var reason: String?

  package init(text: String, place: Place, lines: [String] = [], reason: String? = nil) {
    self.text = text
    self.place = place
    self.lines = lines
    self.reason = reason
  }
}
