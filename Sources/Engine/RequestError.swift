import Basics

/// Why a request was not taken: something about its text alone.
package struct RequestError: Error, Hashable, Sendable, CustomStringConvertible {
  package enum Code: String, Sendable, Codable {
    case empty = "request.empty"
    case tooLong = "request.too-long"
    case notText = "request.not-text"
  }

  package var code: Code
  package var summary: String
  package var detail: String

  package var description: String { "\(summary): \(detail)" }
}
