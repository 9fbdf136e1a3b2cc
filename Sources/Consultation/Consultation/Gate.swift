/// What the comparison of the blind drafts decided.
package struct Gate: Sendable, Hashable, Codable {
  /// The best draft by evidence alone; its author revises.
  package var leading: String
  /// Every draft, best first.
  package var ranking: [String]
  /// The drafts the critics see: the leading one and the one most unlike it.
  package var shown: [String]
  package var debate: Bool
  /// Why there is a debate or none.
  package var reason: String
}
