/// A program that prints a key, as `gcloud auth print-access-token` or `pass show openai` do.
package struct KeyCommand: Hashable, Sendable {
  /// The program and its arguments; no shell sees them.
  package var words: [String]
  /// The program's environment.
  package var environment: [String: String]

  package init(words: [String], environment: [String: String]) {
    self.words = words
    self.environment = environment
  }
}
