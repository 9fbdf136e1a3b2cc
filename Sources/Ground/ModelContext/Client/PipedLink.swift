import Basics
import Synchronization

/// A server at the other end of two streams: a message on each line.
package final class PipedLink: MessageLink {
  private typealias Answer = Result<JSONValue, ProtocolFault>

  private struct State {
    var waiting: [RequestID: AsyncStream<Answer>.Continuation] = [:]
    var isClosed = false
  }

  private let state = Mutex(State())
  private let write: @Sendable ([UInt8]) async throws -> Void

  /// - Parameter write: sends bytes to the server.
  package init(write: @escaping @Sendable ([UInt8]) async throws -> Void) {
    self.write = write
  }

  package func agree(on revision: ProtocolRevision) {}

  package func exchange(
    _ request: RemoteRequest, tool: RemoteTool?, within limit: Duration
  ) async throws -> Result<JSONValue, ProtocolFault> {
    let (answers, continuation) = AsyncStream.makeStream(of: Answer.self)
    let isOpen = state.withLock { state in
      guard !state.isClosed else { return false }
      state.waiting[request.id] = continuation
      return true
    }
    guard isOpen else { throw Self.gone }
    defer { state.withLock { _ = $0.waiting.removeValue(forKey: request.id) } }
    do {
      return try await withTimeout(limit, error: Self.late(request.method, limit: limit)) { [self] in
        try await send(OutgoingMessage.request(request.id, method: request.method, params: request.params))
        for await answer in answers { return answer }
        try Task.checkCancellation()
        throw Self.gone
      }
    } catch {
      // The server need not go on; whether it hears of it changes nothing here.
      if !(error is ModelContextError) || (error as? ModelContextError)?.code == .timedOut {
        await takeBack(request.id)
      }
      throw error
    }
  }

  private func takeBack(_ id: RequestID) async {
    let message = OutgoingMessage.notification("notifications/cancelled", params: ["requestId": id.json])
    do { try await send(message) } catch { close() }
  }

  package func notify(_ method: String, params: JSONValue) async throws {
    try await send(OutgoingMessage.notification(method, params: params))
  }

  private func send(_ message: JSONValue) async throws {
    try await write(message.compactBytes + [UInt8(ascii: "\n")])
  }

  /// A line of the server's. What is no message, and what nobody waits for, is let go.
  package func take(_ line: String) async throws {
    switch IncomingMessage(Array(line.utf8)) {
    case .response(let id, let result):
      let waiting = state.withLock { $0.waiting.removeValue(forKey: id) }
      waiting?.yield(result)
      waiting?.finish()
    case .request(let request):
      // A server may ask whether somebody is there, and nothing else.
      try await send(
        request.method == "ping"
          ? OutgoingMessage.result([:], for: request.id)
          : OutgoingMessage.fault(.unknownMethod(request.method), for: request.id))
    case .notification, .invalid: return
    }
  }

  /// The server is gone: whoever waits hears it.
  package func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [:] }
      return Array(state.waiting.values)
    }
    for continuation in waiting { continuation.finish() }
  }

  private static let gone = ModelContextError(
    .unreachable, summary: "A server is gone", detail: "It ended, or closed its end, before it answered.")

  static func late(_ method: String, limit: Duration) -> ModelContextError {
    ModelContextError(
      .timedOut, summary: "A server did not answer in time", detail: "'\(method)' took longer than \(limit).")
  }
}
