import Basics

/// Why a cloud's pack cannot be used.
package typealias CloudError = RoomError<CloudErrorCode>

/// The stable codes of `CloudError`.
package enum CloudErrorCode: String, ErrorCode, Codable {
  /// A folder or file of a pack that cannot be read.
  case unreadable = "clouds.unreadable"
  /// A `cloud.yaml` that says something wrong, or two packs that claim the same.
  case broken = "clouds.broken"
}
