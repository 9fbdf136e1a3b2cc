import Basics

/// Why nothing is served over HTTP.
package typealias HTTPListenerError = RoomError<HTTPListenerErrorCode>

/// The stable codes of `HTTPListenerError`.
package enum HTTPListenerErrorCode: String, ErrorCode, Codable {
  case notAnAddress = "http.not-an-address"
  case unavailable = "http.unavailable"
}
