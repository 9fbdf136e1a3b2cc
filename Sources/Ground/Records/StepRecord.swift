import Basics

/// One journalled step of a run.
package struct StepRecord: Sendable, Hashable {
  package enum Status: String, Sendable, Codable {
    case done, failed
  }

  /// Stable within a run: `draft/A`, `evidence/A2`.
  package var key: String
  package var status: Status
  /// The result, or the reason of the failure as a string.
  package var value: JSONValue

  package init(key: String, status: Status, value: JSONValue) {
    self.key = key
    self.status = status
    self.value = value
  }
}
