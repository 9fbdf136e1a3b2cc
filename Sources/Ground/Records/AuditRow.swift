/// An entry as the trail holds it.
package struct AuditRow: Sendable, Hashable, Codable {
  /// From 1, without gaps.
  package var sequence: Int
  package var entry: AuditEntry
  /// SHA-256 over the row before and this entry.
  package var hash: String

  package init(sequence: Int, entry: AuditEntry, hash: String) {
    self.sequence = sequence
    self.entry = entry
    self.hash = hash
  }
}
