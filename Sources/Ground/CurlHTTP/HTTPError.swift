import Basics

/// Why an exchange over HTTP gave no answer. Names host and port at most: neither a path nor a header is ever in it.
package typealias HTTPError = RoomError<HTTPErrorCode>

/// The stable codes of `HTTPError`.
package enum HTTPErrorCode: String, ErrorCode, Codable {
  /// The address makes no sense, or its scheme is neither http nor https.
  case badAddress = "http.bad-address"
  /// No such host, refused, no route, or a proxy that is not there. Nothing was sent.
  case cannotConnect = "http.cannot-connect"
  /// The certificate is not trusted, or TLS could not be agreed on. Nothing was sent.
  case notTrusted = "http.not-trusted"
  /// Connecting took longer than allowed. Nothing was sent.
  case connectTimeout = "http.connect-timeout"
  /// The first byte of the answer took longer than allowed.
  case firstByteTimeout = "http.first-byte-timeout"
  /// Nothing came for longer than allowed in the middle of an answer.
  case idleTimeout = "http.idle-timeout"
  /// The whole exchange took longer than allowed.
  case totalTimeout = "http.total-timeout"
  /// The connection broke after something was sent.
  case broken = "http.broken"
  /// The answer is longer than the request allows.
  case tooLarge = "http.too-large"
  case cancelled = "http.cancelled"
}
