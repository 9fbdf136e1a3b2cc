import Basics

/// Why a bundle could not be written or read.
package typealias BundleError = RoomError<BundleErrorCode>

/// The stable codes of `BundleError`.
package enum BundleErrorCode: String, ErrorCode, Codable {
  case occupied = "bundle.occupied"
  case cannotWrite = "bundle.cannot-write"
  case cannotRead = "bundle.cannot-read"
  case changed = "bundle.changed"
  case badBackend = "bundle.bad-backend"
}
