import Basics

/// Serves one client over two streams: a message on each line.
package struct StdioServer: Sendable {
  /// Requests that are answered at the same time; more are refused.
  static let mostInFlight = 64
  /// How long what was asked may take when the client has closed its end.
  private static let grace = Duration.seconds(2)

  private let server: ContextServer
  private let caller: ContextCaller
  private let input: StandardInput
  private let write: @Sendable (JSONValue) -> Void

  /// - Parameter write: sends one message; called from several threads.
  package init(
    server: ContextServer, caller: ContextCaller, input: StandardInput,
    write: @escaping @Sendable (JSONValue) -> Void
  ) {
    self.server = server
    self.caller = caller
    self.input = input
    self.write = write
  }

  /// Answers until the client closes its end or the task is cancelled.
  package func run() async throws {
    let connection = Connection(write: write)
    try await server.work.during {
      while let line = await input.next() { take(line, on: connection) }
      try Task.checkCancellation()
      server.events.close()
      await connection.quiet(within: Self.grace)
    }
  }

  private func take(_ line: StandardInput.Line, on connection: Connection) {
    guard case .bytes(let bytes) = line else {
      return write(
        OutgoingMessage.fault(
          ProtocolFault(
            .invalidRequest, message: "The message is longer than \(IncomingMessage.longest) bytes."),
          for: nil))
    }
    // An empty line is no message; some clients end with one.
    if bytes.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { return }
    switch IncomingMessage(bytes) {
    case .invalid(let id, let fault): write(OutgoingMessage.fault(fault, for: id))
    case .response(let id, let result): connection.session?.resolve(id, with: result)
    case .notification(let method, let params):
      guard method == "notifications/cancelled", let id = RequestID(params["requestId"]) else { return }
      connection.cancel(id)
    case .request(let request): begin(request, on: connection)
    }
  }

  private func begin(_ request: RemoteRequest, on connection: Connection) {
    do throws(ProtocolFault) {
      if request.method == "initialize" {
        return write(try shakeHands(request, connection: connection))
      }
      let cancellation = try connection.begin(request.id)
      do throws(ProtocolFault) {
        let peer = try peer(of: request, connection: connection, cancellation: cancellation)
        server.work.start {
          await answer(request, peer: peer, connection: connection, cancellation: cancellation)
        }
      } catch {
        _ = connection.end(request.id)
        throw error
      }
    } catch {
      write(OutgoingMessage.fault(error, for: request.id))
    }
  }

  private func shakeHands(_ request: RemoteRequest, connection: Connection) throws(ProtocolFault) -> JSONValue
  {
    let session = try HandshakeSession(request.params)
    guard connection.open(session) else {
      throw ProtocolFault(.invalidRequest, message: "The handshake was done already.")
    }
    return OutgoingMessage.result(server.handshake(session), for: request.id)
  }

  private func peer(
    of request: RemoteRequest, connection: Connection, cancellation: CancellationSwitch
  ) throws(ProtocolFault) -> ContextPeer {
    // What belongs to a request is not sent after its end.
    let notify: @Sendable (JSONValue) -> Void = { message in
      if !cancellation.isThrown { write(message) }
    }
    guard let session = connection.session, request.meta?[MetaKey.protocolVersion] == nil else {
      return try ContextPeer(stateless: request, caller: caller, notify: notify)
    }
    return ContextPeer(session: session, caller: caller, notify: notify) { [write] method, params in
      try await session.ask(method, params: params, send: write)
    }
  }

  private func answer(
    _ request: RemoteRequest, peer: ContextPeer, connection: Connection, cancellation: CancellationSwitch
  ) async {
    var response: JSONValue?
    do {
      if peer.revision.hasHandshake, request.method == "logging/setLevel" {
        response = try connection.setLevel(request)
      } else {
        response = try await cancellation.run { try await server.answer(request, from: peer) }
      }
    } catch let fault as ProtocolFault {
      response = OutgoingMessage.fault(fault, for: request.id)
    } catch {
      // Cancelled: the client wants to hear nothing more of it.
      response = nil
    }
    if connection.end(request.id), let response { write(response) }
  }
}
