import Basics

/// Why a file is not read.
package typealias SafeFileError = RoomError<SafeFileErrorCode>

/// The stable codes of `SafeFileError`.
package enum SafeFileErrorCode: String, ErrorCode, Codable {
  /// There is none.
  case missing = "file.missing"
  /// It is no ordinary file, as a pipe, a device or a folder.
  case notPlain = "file.not-plain"
  /// It is longer than is read.
  case tooLong = "file.too-long"
  /// The system refuses it.
  case unreadable = "file.unreadable"
  /// Somebody else may write, or owns, the file or a folder on the way to it.
  case open = "file.open-to-others"
}
