import Vocabulary

/// What a request for a change came to: edits, and a line for each thing that was asked.
package struct ChangeReading: Sendable {
  /// A requirement, with the places of its words in the request.
  package struct Line: Sendable {
    package var ranges: [Range<String.Index>]
    package var text: String
    package var kind: ClaimKind
    package var expectations: [ResourceExpectation]
    package var gap: Requirement.Gap?
  }

  package internal(set) var changes: [Change] = []
  package internal(set) var lines: [Line] = []
  package internal(set) var assumptions: [String] = []
  package internal(set) var questions: [String] = []

  /// The blocks that may differ from what is there.
  package var touched: Set<String> { Set(changes.flatMap(\.addresses)) }

  mutating func leave(
    _ words: String, at ranges: [Range<String.Index>], status: Coverage.Status, reason: String
  ) {
    lines.append(
      Line(
        ranges: ranges, text: words, kind: .notCovered, expectations: [],
        gap: Requirement.Gap(status: status, reason: reason)))
  }
}
