import Basics

/// Why tokens cannot be used.
package typealias AccessTokenError = RoomError<AccessTokenErrorCode>

/// The stable codes of `AccessTokenError`.
package enum AccessTokenErrorCode: String, ErrorCode, Codable {
  case malformed = "access.malformed"
  /// A server that others reach has to know who asks.
  case needed = "access.needed"
}
