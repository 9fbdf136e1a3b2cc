import Experts

/// Finds what earlier runs came to.
package protocol MemorySearch: Sendable {
  /// What is remembered about the words, the most useful first, as texts with their source.
  func search(_ words: String, limit: Int) async throws -> [String]
}
