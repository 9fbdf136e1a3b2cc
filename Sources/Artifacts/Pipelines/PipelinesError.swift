import Basics

/// Why pipelines cannot be looked at.
package typealias PipelinesError = RoomError<PipelinesErrorCode>

/// The stable codes of `PipelinesError`.
package enum PipelinesErrorCode: String, ErrorCode, Codable {
  /// A file that comes with the program is missing or broken.
  case brokenFile = "pipelines.broken-file"
}
