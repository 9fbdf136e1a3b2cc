import Basics

/// Why objects cannot be held against schemas.
package typealias ManifestSchemasError = RoomError<ManifestSchemasErrorCode>

/// The stable codes of `ManifestSchemasError`.
package enum ManifestSchemasErrorCode: String, ErrorCode, Codable {
  /// A file that comes with the program is missing or broken.
  case brokenFile = "manifest-schemas.broken-file"
  /// What was to be imported describes no kind.
  case noKinds = "manifest-schemas.no-kinds"
}
