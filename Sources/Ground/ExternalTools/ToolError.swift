import Basics

/// Why an external tool could not do its work.
package typealias ToolError = RoomError<ToolErrorCode>

/// The stable codes of `ToolError`.
package enum ToolErrorCode: String, ErrorCode, Codable {
  case missing = "tool.missing"
  case failed = "tool.failed"
  case timeout = "tool.timeout"
  case unreadable = "tool.unreadable-output"
  case noProvider = "tool.no-provider"
}
