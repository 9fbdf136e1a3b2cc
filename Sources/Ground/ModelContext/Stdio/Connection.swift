import Basics
import Synchronization

/// What is known of one client on two streams: its handshake, and what it waits for.
final class Connection: Sendable {
  private struct State {
    var session: HandshakeSession?
    var inFlight: [RequestID: CancellationSwitch] = [:]
  }

  private let state = Mutex(State())
  private let write: @Sendable (JSONValue) -> Void

  init(write: @escaping @Sendable (JSONValue) -> Void) {
    self.write = write
  }

  var session: HandshakeSession? { state.withLock { $0.session } }

  /// - Returns: false where there was a handshake before.
  func open(_ session: HandshakeSession) -> Bool {
    state.withLock { state in
      guard state.session == nil else { return false }
      state.session = session
      return true
    }
  }

  /// - Returns: what cancels the request.
  func begin(_ id: RequestID) throws(ProtocolFault) -> CancellationSwitch {
    try state.withLock { state throws(ProtocolFault) in
      guard state.inFlight[id] == nil else {
        throw ProtocolFault(.invalidRequest, message: "Another request with this id is being answered.")
      }
      guard state.inFlight.count < StdioServer.mostInFlight else {
        throw ProtocolFault(
          .internalError,
          message: "\(StdioServer.mostInFlight) requests are being answered; wait for one of them.")
      }
      let cancellation = CancellationSwitch()
      state.inFlight[id] = cancellation
      return cancellation
    }
  }

  /// - Returns: false where the client took the request back.
  func end(_ id: RequestID) -> Bool { state.withLock { $0.inFlight.removeValue(forKey: id) != nil } }

  /// Takes a request back; one that is not being answered is let go.
  func cancel(_ id: RequestID) {
    state.withLock { $0.inFlight.removeValue(forKey: id) }?.throwSwitch()
  }

  func setLevel(_ request: RemoteRequest) throws(ProtocolFault) -> JSONValue {
    guard let level = request.params["level"]?.string.flatMap(LoggingLevel.init) else {
      throw .invalidParams("'level' is no log level.")
    }
    session?.log(from: level)
    return OutgoingMessage.result([:], for: request.id)
  }

  /// Waits until nothing is being answered, at most so long.
  func quiet(within limit: Duration) async {
    let end = ContinuousClock.now + limit
    while ContinuousClock.now < end, state.withLock({ !$0.inFlight.isEmpty }) {
      do { try await Task.sleep(for: .milliseconds(5)) } catch { return }
    }
  }
}
