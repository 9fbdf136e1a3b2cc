/// An answer whose body comes in pieces.
package struct HTTPStream: Sendable {
  package let head: HTTPHead
  private let chunks: @Sendable () async throws(HTTPError) -> [UInt8]?

  /// - Parameter pieces: gives the next piece, nil at the end.
  package init(head: HTTPHead, chunks: @escaping @Sendable () async throws(HTTPError) -> [UInt8]?) {
    self.head = head
    self.chunks = chunks
  }

  /// The next piece as it arrived, nil at the end. Of several readers of one stream each piece goes to one.
  package func next() async throws(HTTPError) -> [UInt8]? {
    try await chunks()
  }

  /// What is left of the body, and never more than `limit` bytes of it: what follows them is not read, or dropped.
  package func rest(limit: Int = 1 << 20) async throws(HTTPError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < limit, let chunk = try await next() { bytes += chunk.prefix(limit - bytes.count) }
    return bytes
  }
}
