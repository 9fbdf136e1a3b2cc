/// Why the executor refused or could not go on.
package struct DeliveryError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, Codable {
    case nothingToPlan = "delivery.nothing-to-plan"
    case initFailed = "delivery.init-failed"
    case invalid = "delivery.invalid"
    case planFailed = "delivery.plan-failed"
    case notApproved = "delivery.not-approved"
    case expired = "delivery.approval-expired"
    case used = "delivery.approval-used"
    case changed = "delivery.changed-since-plan"
    case unknownApply = "delivery.apply-unknown"
    case applyFailed = "delivery.apply-failed"
    case workspaceBusy = "delivery.workspace-busy"
    case cannotWrite = "delivery.cannot-write"
  }

  package var code: Code
  package var summary: String
  package var detail: String

  package init(_ code: Code, summary: String, detail: String) {
    self.code = code
    self.summary = summary
    self.detail = detail
  }

  package var description: String { "\(summary): \(detail)" }
}
