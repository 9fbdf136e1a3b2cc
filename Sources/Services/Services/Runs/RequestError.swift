import Basics

/// Why a request was not taken: something about its text alone.
package typealias RequestError = RoomError<RequestErrorCode>

/// The stable codes of `RequestError`.
package enum RequestErrorCode: String, ErrorCode, Codable {
  case empty = "request.empty"
  case tooLong = "request.too-long"
  case notText = "request.not-text"
  case unusableBase = "request.unusable-base"
  case unknownLine = "request.unknown-line"
  case unanswered = "request.unanswered"

  package var exitStatus: ExitStatus {
    .usage
  }
}
