/// A crew that a person is shown before, or as, it is trusted.
package struct CrewTrusting: Sendable, Codable {
  /// The file that names the agents.
  package var path: String
  /// In hexadecimal, of everything that is trusted.
  package var digest: String
  /// `shipped`, `own`, `trusted`, `changed` or `unknown`, before the word of the person.
  package var standing: String
  /// What it would reach and read, a line each.
  package var reach: [String]
  /// What of it counts that no agent says: rules, recipes, prices.
  package var brings: [String]
  /// What it says and what is not heeded.
  package var ignored: [String]
}
