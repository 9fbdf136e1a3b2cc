import Basics

/// Why rules of Falco cannot be looked at.
package typealias FalcoRulesError = RoomError<FalcoRulesErrorCode>

/// The stable codes of `FalcoRulesError`.
package enum FalcoRulesErrorCode: String, ErrorCode, Codable {
  /// A file that comes with the program is missing or broken.
  case brokenFile = "falco-rules.broken-file"
}
