import Basics

/// Why a crew file is not worked with.
package typealias TrustError = RoomError<TrustErrorCode>

/// The stable codes of `TrustError`.
package enum TrustErrorCode: String, ErrorCode, Codable {
  /// Nobody here trusted the crew, or it was changed since.
  case untrusted = "trust.untrusted"
  /// A variable that no crew file may name.
  case variable = "trust.variable"
  /// An address in clear text that nobody allowed.
  case address = "trust.address"
  /// The list of what is trusted cannot be read or written.
  case list = "trust.list"
}
