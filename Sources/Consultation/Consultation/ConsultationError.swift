import Basics

/// Why a consultation ended without a verdict.
package typealias ConsultationError = RoomError<ConsultationErrorCode>

/// The stable codes of `ConsultationError`.
package enum ConsultationErrorCode: String, ErrorCode, Codable {
  case noDraft = "consultation.no-draft"
  case lostRequirement = "consultation.lost-requirement"
  case budget = "consultation.budget"
  case stepFailed = "consultation.step-failed"
  case notJournalled = "consultation.not-journalled"
  case crewChanged = "consultation.crew-changed"
  /// The crew works through tasks of its own.
  case notAConsultation = "consultation.not-a-consultation"

  package var exitStatus: ExitStatus {
    self == .budget ? .budget : .error
  }
}
