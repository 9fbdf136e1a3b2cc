/// One event of a `text/event-stream`.
package struct ServerSentEvent: Hashable, Sendable {
  /// `message` where the stream does not say.
  package var name: String
  package var data: [UInt8]

  package init(name: String = "message", data: [UInt8]) {
    self.name = name
    self.data = data
  }
}
