/// One step of the protocol and how it ended.
package struct StepReport: Sendable, Codable {
  package var key: String
  package var title: String
  /// `done`, `failed` or `idle` where there was nothing to do.
  package var status: String
  package var detail: String
  /// Keys of the steps it needed, without those that follow from others.
  package var after: [String]?
  /// When it ran; nil where it did not, or in an earlier life of the run.
  package var time: StepTime?

  package init(
    key: String, title: String, status: String, detail: String = "", after: [String]? = nil,
    time: StepTime? = nil
  ) {
    self.after = after
    self.time = time
    self.key = key
    self.title = title
    self.status = status
    self.detail = detail
  }
}
