/// One consultation as the store lists it.
package struct RunRecord: Sendable, Hashable, Codable {
  package enum Status: String, Sendable, Codable {
    case running, done, failed
    /// A person has to answer before it goes on.
    case waiting
  }

  package var id: String
  /// RFC 3339, UTC.
  package var created: String
  package var title: String
  package var request: String
  /// The digest of crew file and prompts.
  package var crew: String
  package var mode: String
  package var status: Status
  /// Where the bundle was written; nil until it was.
  package var folder: String?

  package init(
    id: String, created: String, title: String, request: String, crew: String, mode: String, status: Status,
    folder: String? = nil
  ) {
    self.id = id
    self.created = created
    self.title = title
    self.request = request
    self.crew = crew
    self.mode = mode
    self.status = status
    self.folder = folder
  }
}
