import Basics
import CurlHTTP
import Synchronization

/// A server over streamable HTTP: each message is a POST of its own.
package final class HTTPLink: MessageLink {
  private struct State {
    var revision: ProtocolRevision?
    var session: String?
  }

  private let address: String
  private let token: String?
  private let transport: any HTTPTransport
  private let state = Mutex(State())

  /// The longest answer that is read, in bytes.
  private static let longest = 4 << 20

  /// - Parameter token: sent to this address only; nil for none.
  package init(address: String, token: String?, transport: any HTTPTransport) {
    self.address = address
    self.token = token
    self.transport = transport
  }

  package func agree(on revision: ProtocolRevision) { state.withLock { $0.revision = revision } }

  package func exchange(
    _ request: RemoteRequest, tool: RemoteTool?, within limit: Duration
  ) async throws -> Result<JSONValue, ProtocolFault> {
    let message = OutgoingMessage.request(request.id, method: request.method, params: request.params)
    let more =
      tool.map { ParameterHeaders.headers($0.mirrored, arguments: request.params["arguments"] ?? [:]) } ?? []
    return try await withTimeout(limit, error: PipedLink.late(request.method, limit: limit)) { [self] in
      let stream = try await open(message, request: request, headers: more, limit: limit)
      if let session = stream.head["mcp-session-id"] { state.withLock { $0.session = session } }
      guard let answer = try await answer(in: stream, to: request.id) else {
        throw ModelContextError(
          .broken, summary: "A server broke the protocol",
          detail:
            "\(HTTPRequest.origin(of: address)) answered '\(request.method)' with status \(stream.head.status) and no response."
        )
      }
      return answer
    }
  }

  package func notify(_ method: String, params: JSONValue) async throws {
    let request = RemoteRequest(id: .integer(0), method: method, params: params)
    _ = try await open(
      OutgoingMessage.notification(method, params: params), request: request, headers: [], limit: .seconds(30)
    ).rest(limit: Self.longest)
  }

  private func open(
    _ message: JSONValue, request: RemoteRequest, headers more: [(name: String, value: String)],
    limit: Duration
  ) async throws -> HTTPStream {
    let (revision, session) = state.withLock { ($0.revision, $0.session) }
    var headers = [
      HTTPHeader("Content-Type", value: "application/json"),
      HTTPHeader("Accept", value: "application/json, text/event-stream"),
    ]
    if request.method != "initialize" {
      let said = request.meta?[MetaKey.protocolVersion]?.string ?? revision?.rawValue
      if let said { headers.append(HTTPHeader("MCP-Protocol-Version", value: said)) }
    }
    if request.meta?[MetaKey.protocolVersion] != nil {
      headers.append(HTTPHeader("Mcp-Method", value: request.method))
      if let subject = request.subject {
        headers.append(HTTPHeader("Mcp-Name", value: MirroredHeaders.encoded(subject)))
      }
      headers += more.map { HTTPHeader($0.name, value: $0.value) }
    } else if let session {
      headers.append(HTTPHeader("Mcp-Session-Id", value: session))
    }
    if let token { headers.append(HTTPHeader("Authorization", value: "Bearer \(token)")) }
    do {
      return try await transport.open(
        HTTPRequest(
          .post, address: address, headers: headers, body: message.compactBytes,
          timeouts: HTTPTimeouts(firstByte: limit, idle: limit, total: limit), maximumAnswer: Self.longest))
    } catch {
      throw ModelContextError(
        .unreachable, summary: "A server cannot be reached",
        detail: "\(HTTPRequest.origin(of: address)): \(error)")
    }
  }

  /// The response among what the server says; nil where it says none.
  private func answer(in stream: HTTPStream, to id: RequestID) async throws -> Result<
    JSONValue, ProtocolFault
  >? {
    let type = stream.head["content-type"]?.lowercased() ?? ""
    guard type.hasPrefix("text/event-stream") else {
      return Self.response(try await stream.rest(limit: Self.longest), to: id)
    }
    var reader = ServerSentEventReader()
    while let piece = try await stream.next() {
      for event in reader.events(in: piece) {
        if let response = Self.response(event.data, to: id) { return response }
      }
    }
    return nil
  }

  /// An error without an id is about the one request there is.
  private static func response(_ bytes: [UInt8], to id: RequestID) -> Result<JSONValue, ProtocolFault>? {
    switch IncomingMessage(bytes) {
    case .response(id, let result): return result
    default:
      guard let json = JSONValue.document(String(decoding: bytes, as: UTF8.self)),
        json["id"] ?? .null == .null,
        let error = json["error"]
      else { return nil }
      return .failure(ProtocolFault(json: error))
    }
  }
}
