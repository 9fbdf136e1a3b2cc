import Basics

/// What goes wrong before a question about permissions can be decided.
package typealias PermissionError = RoomError<PermissionErrorCode>

package enum PermissionErrorCode: String, ErrorCode {
  /// A file that ships with the program is broken.
  case broken = "permissions.broken"
  /// The question names somebody or something that is not there, or is not written as one.
  case unknown = "permissions.unknown"
}
