import Basics

/// Why the executor refused or could not go on.
package typealias DeliveryError = RoomError<DeliveryErrorCode>

/// The stable codes of `DeliveryError`.
package enum DeliveryErrorCode: String, Hashable, Sendable, Codable {
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
