/// One step of the protocol and how it ended.
package struct StepReport: Sendable, Codable {
  package var key: String
  package var title: String
  /// `done`, `failed` or `idle` where there was nothing to do.
  package var status: String
  package var detail: String

  package init(key: String, title: String, status: String, detail: String = "") {
    self.key = key
    self.title = title
    self.status = status
    self.detail = detail
  }
}
