/// One resource that was changed behind its state's back: open advice until it is gone or a person dismisses it.
package struct DriftRecord: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Codable {
    case open, dismissed
    /// A later look found it no more.
    case gone
  }

  /// The configuration folder.
  package var folder: String
  package var address: String
  /// `update: tags, size`, without values.
  package var change: String
  /// RFC 3339, UTC: first and last seen.
  package var found: String
  package var seen: String
  package var status: Status

  package init(
    folder: String, address: String, change: String, found: String, seen: String, status: Status = .open
  ) {
    self.folder = folder
    self.address = address
    self.change = change
    self.found = found
    self.seen = seen
    self.status = status
  }
}
