import Basics

/// Why a server of tools could not be served or used.
package typealias ModelContextError = RoomError<ModelContextErrorCode>

/// The stable codes of `ModelContextError`.
package enum ModelContextErrorCode: String, ErrorCode, Codable {
  /// A stream of the program cannot be used.
  case stream = "mcp.stream"
  /// The address or the tokens of a server are no good.
  case configuration = "mcp.configuration"
  /// A server cannot be started or reached.
  case unreachable = "mcp.unreachable"
  /// A server answered with what the protocol does not allow.
  case broken = "mcp.broken"
  /// A server refused, with an error of the protocol.
  case refused = "mcp.refused"
  /// A server did not answer in time.
  case timedOut = "mcp.timed-out"
  /// What a server says of its tools is not what it was when it was pinned.
  case changed = "mcp.changed"
}
