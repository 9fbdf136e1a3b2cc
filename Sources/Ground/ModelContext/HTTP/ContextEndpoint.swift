import Basics
import HTTPServing

/// The one address of a server over HTTP: each message is a POST of its own, answered by one document or by a stream of
/// what belongs to it.
package struct ContextEndpoint: Sendable {
  package static let path = "/mcp"
  private static let metadataPath = "/.well-known/oauth-protected-resource"

  let server: ContextServer
  private let setting: @Sendable () -> (gate: HTTPGuard, address: String)
  let sessions = SessionTable()

  /// - Parameter setting: who may ask, and where clients find this server, as `http://127.0.0.1:8765/mcp`; known once
  ///   somebody listens.
  package init(server: ContextServer, setting: @escaping @Sendable () -> (gate: HTTPGuard, address: String)) {
    self.server = server
    self.setting = setting
  }

  /// Serves while the body runs; what it began ends with it.
  package func during<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async throws
    -> Value
  {
    try await server.work.during {
      defer { server.events.close() }
      return try await body()
    }
  }

  package func reply(to arrival: HTTPArrival) async -> HTTPReply {
    let (gate, address) = setting()
    if let refusal = gate.refusal(of: arrival) { return refusal }
    if arrival.path == Self.metadataPath || arrival.path == Self.metadataPath + Self.path {
      return arrival.method == "GET"
        ? metadata(gate, address: address) : HTTPReply(status: 405, headers: [("allow", "GET")])
    }
    guard arrival.path == Self.path else { return HTTPReply(status: 404) }
    guard let caller = gate.caller(of: arrival) else { return unauthorized(address) }
    if arrival.method == "DELETE", let id = arrival["mcp-session-id"] {
      return HTTPReply(status: sessions.close(id, caller: caller) ? 204 : 404)
    }
    guard arrival.method == "POST" else { return HTTPReply(status: 405, headers: [("allow", "POST")]) }
    guard Self.isJSON(arrival["content-type"]) else {
      return .fault(
        415, as: ProtocolFault(.invalidRequest, message: "A message is sent as application/json."))
    }
    guard Self.takesBoth(arrival["accept"]) else {
      return .fault(
        406,
        as: ProtocolFault(
          .invalidRequest, message: "Accept has to name application/json and text/event-stream."))
    }
    guard let body = arrival.body else {
      return .fault(
        413,
        as: ProtocolFault(
          .invalidRequest, message: "The message is longer than \(IncomingMessage.longest) bytes."),
        headers: [("connection", "close")])
    }
    return await reply(to: IncomingMessage(body), arrival: arrival, caller: caller)
  }

  private func reply(to message: IncomingMessage, arrival: HTTPArrival, caller: ContextCaller) async
    -> HTTPReply
  {
    switch message {
    case .invalid(let id, let fault): return .fault(400, as: fault, for: id)
    case .response(let id, let result):
      guard let session = session(arrival, caller: caller) else { return HTTPReply(status: 404) }
      session.resolve(id, with: result)
      return HTTPReply(status: 202)
    case .notification(let method, let params):
      if method == "notifications/cancelled", let id = RequestID(params["requestId"]),
        let session = arrival["mcp-session-id"]
      {
        sessions.cancel(id, in: session, caller: caller)
      }
      return HTTPReply(status: 202)
    case .request(let request): return await reply(to: request, arrival: arrival, caller: caller)
    }
  }

  func session(_ arrival: HTTPArrival, caller: ContextCaller) -> HandshakeSession? {
    arrival["mcp-session-id"].flatMap { sessions.session($0, caller: caller) }
  }

  private static func isJSON(_ type: String?) -> Bool {
    type?.split(separator: ";").first?.trimmingPrefix { $0 == " " }.lowercased() == "application/json"
  }

  private static func takesBoth(_ accept: String?) -> Bool {
    guard let accept = accept?.lowercased() else { return false }
    func takes(_ type: String, or group: String) -> Bool {
      accept.contains(type) || accept.contains(group) || accept.contains("*/*")
    }
    return takes("application/json", or: "application/*") && takes("text/event-stream", or: "text/*")
  }

  /// RFC 9728. Secrets are given out by the person who runs the server, so no authorization server is named.
  private func metadata(_ gate: HTTPGuard, address: String) -> HTTPReply {
    .json([
      "resource": .string(address), "bearer_methods_supported": ["header"],
      "scopes_supported": .array(gate.scopes.map(JSONValue.string)),
      "resource_name": .string(server.provider.identity.title),
    ])
  }

  private func unauthorized(_ address: String) -> HTTPReply {
    let place = address.dropLast(Self.path.count) + Self.metadataPath + Self.path
    return .fault(
      401,
      as: ProtocolFault(.invalidRequest, message: "A valid token is needed: Authorization: Bearer TOKEN."),
      headers: [("www-authenticate", "Bearer resource_metadata=\"\(place)\", error=\"invalid_token\"")])
  }
}
