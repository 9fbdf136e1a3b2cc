/// What makes exchanges over HTTP; a value of it is all that adapters know of the network.
package protocol HTTPTransport: Sendable {
  /// Sends the request and returns when the head of the answer is there; the body comes as it arrives, no faster than
  /// it is read. Letting go of the body aborts the transfer.
  /// - Throws: `HTTPError`; a status of 400 or more is an answer, not an error.
  func open(_ request: HTTPRequest) async throws(HTTPError) -> HTTPStream

  /// Sends the request and returns the whole answer.
  func exchange(_ request: HTTPRequest) async throws(HTTPError) -> HTTPResponse
}
