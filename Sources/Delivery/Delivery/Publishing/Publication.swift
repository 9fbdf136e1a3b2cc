/// A bundle as it was committed.
package struct Publication: Sendable, Codable {
  /// The repository's folder on this machine.
  package let repository: String
  package let branch: String
  package let commit: String
  package let isPushed: Bool
}
