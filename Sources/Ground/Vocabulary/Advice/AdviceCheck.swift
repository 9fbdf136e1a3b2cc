/// One thing that was checked with a patch in place.
package struct AdviceCheck: Hashable, Sendable, Codable {
  package enum Status: String, Sendable, Codable {
    case passed, failed, unchecked
  }

  /// `validation`, `policy`, `price`.
  package var name: String
  package var status: Status
  /// What came out, in a sentence.
  package var detail: String

  package init(name: String, status: Status, detail: String) {
    self.name = name
    self.status = status
    self.detail = detail
  }
}
