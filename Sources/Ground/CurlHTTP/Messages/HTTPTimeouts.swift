/// How long the parts of an exchange may take.
package struct HTTPTimeouts: Hashable, Sendable {
  /// Name, connection and TLS.
  package var connect: Duration
  /// From the start to the first byte of the answer: a model that does not stream thinks before it.
  package var firstByte: Duration
  /// Between two pieces of an answer that is being read.
  package var idle: Duration
  package var total: Duration

  package init(
    connect: Duration = .seconds(10), firstByte: Duration = .seconds(120), idle: Duration = .seconds(60),
    total: Duration = .seconds(600)
  ) {
    self.connect = connect
    self.firstByte = firstByte
    self.idle = idle
    self.total = total
  }
}
