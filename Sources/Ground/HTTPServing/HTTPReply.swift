/// What a server of HTTP sends back.
package struct HTTPReply: Sendable {
  package enum Body: Sendable {
    case bytes([UInt8])
    /// Pieces as they come. Whoever stops reading them says that the client is gone.
    case stream(AsyncStream<[UInt8]>)
  }

  package var status: Int
  package var headers: [(name: String, value: String)]
  package var body: Body

  package init(status: Int, headers: [(name: String, value: String)] = [], body: Body = .bytes([])) {
    self.status = status
    self.headers = headers
    self.body = body
  }
}
