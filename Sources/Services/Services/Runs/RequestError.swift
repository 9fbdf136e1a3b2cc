import Basics

/// Why a request was not taken: something about its text alone.
package typealias RequestError = RoomError<RequestErrorCode>

/// The stable codes of `RequestError`.
package enum RequestErrorCode: String, ErrorCode, Codable {
  case empty = "request.empty"
  case tooLong = "request.too-long"
  case notText = "request.not-text"

  package var exitStatus: ExitStatus {
    .usage
  }
}
