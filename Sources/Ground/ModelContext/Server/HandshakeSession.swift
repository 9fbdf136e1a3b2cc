import Basics
import Synchronization

/// What a handshake left: the revision and what the client can do. Also the requests that wait for the client's answer.
package final class HandshakeSession: Sendable {
  package let revision: ProtocolRevision
  package let client: ClientCapabilities

  private struct State {
    var logLevel: LoggingLevel?
    var next = 0
    var waiting: [RequestID: AsyncStream<Result<JSONValue, ProtocolFault>>.Continuation] = [:]
  }

  private let state = Mutex(State())

  /// Reads the parameters of `initialize`. A revision that is not spoken here is answered with the last that is.
  init(_ params: JSONValue) throws(ProtocolFault) {
    guard let asked = params["protocolVersion"]?.string, let capabilities = params["capabilities"],
      capabilities.object != nil, params["clientInfo"]?["name"]?.string != nil
    else { throw .invalidParams("'protocolVersion', 'capabilities' and 'clientInfo' have to be there.") }
    let known = ProtocolRevision(rawValue: asked)
    revision = known.flatMap { $0.hasHandshake ? $0 : nil } ?? .handshake
    var client = ClientCapabilities(capabilities)
    // Tasks of this revision are another thing, and are not offered.
    client.takesTasks = false
    self.client = client
  }

  package var logLevel: LoggingLevel? { state.withLock { $0.logLevel } }

  func log(from level: LoggingLevel) { state.withLock { $0.logLevel = level } }

  /// Sends a request to the client and waits for what it says.
  func ask(_ method: String, params: JSONValue, send: @Sendable (JSONValue) -> Void) async throws -> JSONValue
  {
    let (answers, continuation) = AsyncStream.makeStream(of: Result<JSONValue, ProtocolFault>.self)
    let id: RequestID = state.withLock { state in
      state.next += 1
      let id = RequestID.string("server-\(state.next)")
      state.waiting[id] = continuation
      return id
    }
    defer { state.withLock { _ = $0.waiting.removeValue(forKey: id) } }
    send(OutgoingMessage.request(id, method: method, params: params))
    for await answer in answers { return try answer.get() }
    throw CancellationError()
  }

  /// Hands a response of the client's to whoever waits for it; one that nobody waits for is let go.
  func resolve(_ id: RequestID, with result: Result<JSONValue, ProtocolFault>) {
    let waiting = state.withLock { $0.waiting.removeValue(forKey: id) }
    waiting?.yield(result)
    waiting?.finish()
  }
}
