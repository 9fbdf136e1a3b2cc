import Basics

/// Why the executor refused or could not go on.
package typealias DeliveryError = RoomError<DeliveryErrorCode>

/// The stable codes of `DeliveryError`.
package enum DeliveryErrorCode: String, ErrorCode, Codable {
  case nothingToPlan = "delivery.nothing-to-plan"
  case foreignState = "delivery.foreign-state"
  case toolMissing = "delivery.tool-missing"
  case initFailed = "delivery.init-failed"
  case invalid = "delivery.invalid"
  case planFailed = "delivery.plan-failed"
  /// Security or cost refuses the bundle, and nobody set that aside.
  case vetoed = "delivery.vetoed"
  /// The configuration runs, asks, fetches or reads what nobody allowed by name.
  case effects = "delivery.effects"
  case notApproved = "delivery.not-approved"
  case expired = "delivery.approval-expired"
  case used = "delivery.approval-used"
  case revoked = "delivery.approval-revoked"
  /// A signature, a key or a statement that does not hold.
  case forged = "delivery.approval-not-valid"
  /// What came from another machine is no plan and no approval that can be taken in.
  case foreign = "delivery.cannot-import"
  case selfApproval = "delivery.self-approval"
  /// The number of changes was not typed, or was another.
  case countNeeded = "delivery.count-needed"
  case untrustedKey = "delivery.key-not-trusted"
  case badKey = "delivery.bad-key"
  case changed = "delivery.changed-since-plan"
  case unknownApply = "delivery.apply-unknown"
  case applyFailed = "delivery.apply-failed"
  case workspaceBusy = "delivery.workspace-busy"
  case cannotWrite = "delivery.cannot-write"
  case publishFailed = "delivery.publish-failed"

  package var exitStatus: ExitStatus {
    [.vetoed, .effects].contains(self) ? .refused : .error
  }
}

extension RoomError<DeliveryErrorCode> {
  /// The refusal of a plan that no longer stands for what it would do.
  static func changedSincePlan(_ what: String) -> DeliveryError {
    DeliveryError(
      .changed, summary: "Something changed since the plan", detail: "\(what) Nothing was run; plan again.")
  }
}
