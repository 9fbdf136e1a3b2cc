import Basics

/// Why a request could not be turned into a checklist.
package typealias RequirementsError = RoomError<RequirementsErrorCode>

/// The stable codes of `RequirementsError`.
package enum RequirementsErrorCode: String, ErrorCode, Codable {
  /// The file of terms that comes with the program is missing or broken.
  case brokenTerms = "requirements.broken-terms"
}
