import Basics

/// Why the trail could not be looked at.
package typealias AuditError = RoomError<AuditErrorCode>

/// The stable codes of `AuditError`.
package enum AuditErrorCode: String, ErrorCode, Codable {
  case notAnExport = "audit.not-an-export"

  package var exitStatus: ExitStatus { .usage }
}
