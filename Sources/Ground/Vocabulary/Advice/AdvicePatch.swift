/// An exact change of code.
package struct AdvicePatch: Hashable, Sendable, Codable {
  package enum Language: String, Sendable, Codable {
    case hcl, yaml
  }

  package var language: Language
  /// Empty where only a state was given: then `edited` shows what to set.
  package var file: String
  /// `diff -u`, with paths as they were given; empty where only a state was given.
  package var diff: String
  /// The block or document as it is after the change; empty where it is removed.
  package var edited: String
  /// The advice on the same block that the difference builds on, in order.
  package var after: [String]

  package init(language: Language, file: String, diff: String, edited: String, after: [String] = []) {
    self.language = language
    self.file = file
    self.diff = diff
    self.edited = edited
    self.after = after
  }
}
