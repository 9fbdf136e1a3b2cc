import Basics
import HTTPServing

extension ContextEndpoint {
  /// How long an answer is waited for before the stream is opened: what may take long is soon seen to be worked on.
  private static func patience(_ method: String) -> Duration {
    ["tools/call", "subscriptions/listen"].contains(method) ? .milliseconds(200) : .seconds(30)
  }
  /// How often a silent stream is kept alive, and seen to be read still.
  private static let heartbeat = Duration.seconds(1)

  func reply(to request: RemoteRequest, arrival: HTTPArrival, caller: ContextCaller) async -> HTTPReply {
    do throws(ProtocolFault) {
      if request.method == "initialize" { return try shakeHands(request, caller: caller) }
      // Those who say their revision in the message are of the era without handshakes.
      if request.meta?[MetaKey.protocolVersion] != nil || arrival["mcp-session-id"] == nil {
        return try await stateless(request, arrival: arrival, caller: caller)
      }
    } catch {
      return .fault(400, as: error, for: request.id)
    }
    return await inSession(request, arrival: arrival, caller: caller)
  }

  private func shakeHands(_ request: RemoteRequest, caller: ContextCaller) throws(ProtocolFault) -> HTTPReply
  {
    let session = try HandshakeSession(request.params)
    return .json(
      OutgoingMessage.result(server.handshake(session), for: request.id),
      headers: [("mcp-session-id", sessions.open(session, caller: caller))])
  }

  private func stateless(
    _ request: RemoteRequest, arrival: HTTPArrival, caller: ContextCaller
  ) async throws(ProtocolFault) -> HTTPReply {
    if let version = arrival["mcp-protocol-version"], request.meta?[MetaKey.protocolVersion] == nil,
      ProtocolRevision(rawValue: version).map(\.hasHandshake) ?? false
    {
      throw ProtocolFault(.invalidRequest, message: "The header Mcp-Session-Id of the handshake is missing.")
    }
    // What is missing in the message is said before what is missing in its headers.
    _ = try ContextPeer(stateless: request, caller: caller) { _ in }
    try MirroredHeaders.check(arrival, request: request)
    guard ContextServer.knows(request.method) else {
      return .fault(404, as: .unknownMethod(request.method), for: request.id)
    }
    let messages = MessageStream()
    let peer = try ContextPeer(stateless: request, caller: caller, notify: messages.send)
    // A client that is gone has taken its request back.
    return await exchange(request, peer: peer, messages: messages, endsWithClient: true) {}
  }

  private func inSession(_ request: RemoteRequest, arrival: HTTPArrival, caller: ContextCaller) async
    -> HTTPReply
  {
    guard let id = arrival["mcp-session-id"], let session = sessions.session(id, caller: caller) else {
      return .fault(
        404, as: ProtocolFault(.invalidRequest, message: "There is no such session; shake hands again."),
        for: request.id)
    }
    if let version = arrival["mcp-protocol-version"], version != session.revision.rawValue {
      return .fault(
        400,
        as: ProtocolFault(.invalidRequest, message: "The session was begun with another protocol version."),
        for: request.id)
    }
    if request.method == "logging/setLevel" {
      guard let level = request.params["level"]?.string.flatMap(LoggingLevel.init) else {
        return .fault(400, as: .invalidParams("'level' is no log level."), for: request.id)
      }
      session.log(from: level)
      return .json(OutgoingMessage.result([:], for: request.id))
    }
    let messages = MessageStream()
    guard sessions.begin(request.id, in: id, cancellation: messages.cancellation) else {
      return .fault(
        400,
        as: ProtocolFault(
          .invalidRequest, message: "Another request with this id is being answered, or too many are."),
        for: request.id)
    }
    let peer = ContextPeer(session: session, caller: caller, notify: messages.send) { method, params in
      try await session.ask(method, params: params, send: messages.send)
    }
    return await exchange(request, peer: peer, messages: messages, endsWithClient: false) {
      sessions.end(request.id, in: id)
    }
  }

  /// Answers by one document where nothing else is to be said and it does not take long, else by a stream.
  private func exchange(
    _ request: RemoteRequest, peer: ContextPeer, messages: MessageStream, endsWithClient: Bool,
    ending: @escaping @Sendable () -> Void
  ) async -> HTTPReply {
    let server = server
    server.work.start {
      do {
        let response = try await messages.cancellation.run { try await server.answer(request, from: peer) }
        messages.finish(with: response)
      } catch {
        // Taken back: nothing more is said.
        messages.finish(with: nil)
      }
      ending()
    }
    guard let first = await messages.first(within: Self.patience(request.method)) else {
      return stream(messages, beginning: nil, endsWithClient: endsWithClient)
    }
    switch first {
    case .last(let response): return .json(response, status: Self.status(of: response, peer: peer))
    case .message(let message): return stream(messages, beginning: message, endsWithClient: endsWithClient)
    case .end: return HTTPReply(status: 202)
    }
  }

  /// What the specification says of errors that depend on the method alone; everything else was answered.
  private static func status(of response: JSONValue, peer: ContextPeer) -> Int {
    guard !peer.revision.hasHandshake, let code = response["error"]?["code"]?.integer else { return 200 }
    switch code {
    case ProtocolFault.Code.missingCapability.rawValue, ProtocolFault.Code.invalidParams.rawValue: return 400
    default: return 200
    }
  }

  private func stream(_ messages: MessageStream, beginning: JSONValue?, endsWithClient: Bool) -> HTTPReply {
    let (pieces, continuation) = AsyncStream.makeStream(
      of: [UInt8].self, bufferingPolicy: .bufferingNewest(1024))
    if endsWithClient {
      continuation.onTermination = { reason in
        if case .cancelled = reason { messages.cancellation.throwSwitch() }
      }
    }
    server.work.start {
      if let beginning { continuation.yield(Self.event(beginning)) }
      while true {
        switch await messages.first(within: Self.heartbeat) {
        case nil: continuation.yield(Array(": \r\n\r\n".utf8))
        case .message(let message): continuation.yield(Self.event(message))
        case .last(let response):
          continuation.yield(Self.event(response))
          return continuation.finish()
        case .end: return continuation.finish()
        }
        if Task.isCancelled { return continuation.finish() }
      }
    }
    return HTTPReply(
      status: 200,
      headers: [
        ("content-type", "text/event-stream"), ("cache-control", "no-store"), ("x-accel-buffering", "no"),
      ], body: .stream(pieces))
  }

  private static func event(_ message: JSONValue) -> [UInt8] {
    Array("event: message\ndata: ".utf8) + message.compactBytes + Array("\n\n".utf8)
  }
}
