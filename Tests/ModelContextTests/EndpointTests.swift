import Basics
import Digests
import HTTPServing
import ModelContext
import Testing

/// Streamable HTTP: who may ask, what the headers have to say, whose sessions and tasks they are.
struct EndpointTests {
  private static let ada = HTTPGuard.Access(
    caller: ContextCaller(name: "ada", scopes: ["leak"]), digest: Digest(of: "secret-of-ada").hexadecimal)
  private static let eve = HTTPGuard.Access(
    caller: ContextCaller(name: "eve", scopes: []), digest: Digest(of: "secret-of-eve").hexadecimal)

  private static func serve(
    accesses: [HTTPGuard.Access] = [], _ body: @escaping @Sendable (ContextEndpoint) async throws -> Void
  ) async throws {
    let local = ContextCaller(name: "local", scopes: [])
    let endpoint = ContextEndpoint(server: ContextServer(provider: TrialProvider())) {
      (
        HTTPGuard(
          hosts: ["127.0.0.1:1"], origins: ["https://good.example"], accesses: accesses,
          local: accesses.isEmpty ? local : nil, digest: { Digest(of: $0).hexadecimal }),
        "http://127.0.0.1:1/mcp"
      )
    }
    try await endpoint.during { try await body(endpoint) }
  }

  private static func post(
    _ method: String, params: JSONValue = [:], id: Int = 1, meta: JSONValue = Wire.meta,
    headers: [String: String?] = [:]
  ) -> HTTPArrival {
    let message = Wire.request(method, id: id, params: params, meta: meta)
    var all: [String: String] = [
      "host": "127.0.0.1:1", "content-type": "application/json",
      "accept": "application/json, text/event-stream",
      "mcp-protocol-version": "2026-07-28", "mcp-method": method,
    ]
    if let name = params["name"]?.string ?? params["uri"]?.string ?? params["taskId"]?.string {
      all["mcp-name"] = name
    }
    for (name, value) in headers { all[name] = value }
    return HTTPArrival(method: "POST", path: "/mcp", headers: all, body: Array(message.utf8))
  }

  /// The messages of a reply, however it is sent.
  private static func messages(_ reply: HTTPReply) async throws -> [JSONValue] {
    switch reply.body {
    case .bytes(let bytes): return bytes.isEmpty ? [] : [try JSONValue(parsing: bytes)]
    case .stream(let pieces):
      var text = ""
      for await piece in pieces { text += String(decoding: piece, as: UTF8.self) }
      return try text.split(separator: "\n").filter { $0.hasPrefix("data: ") }.map {
        try JSONValue(parsing: String($0.dropFirst(6)))
      }
    }
  }

  @Test func answersByADocument() async throws {
    try await Self.serve { endpoint in
      let reply = await endpoint.reply(to: Self.post("tools/list"))
      #expect(reply.status == 200)
      #expect(reply.headers.contains { $0.name == "content-type" && $0.value == "application/json" })
      let said = try await Self.messages(reply)
      #expect(said.first?["result"]?["tools"]?.array?.isEmpty == false)
    }
  }

  @Test func answersByAStreamWhereMoreIsSaid() async throws {
    try await Self.serve { endpoint in
      let meta = JSONValue.object((Wire.meta.object ?? []) + [JSONMember("progressToken", value: 7)])
      let reply = await endpoint.reply(to: Self.post("tools/call", params: ["name": "steps"], meta: meta))
      #expect(reply.headers.contains { $0.name == "content-type" && $0.value == "text/event-stream" })
      #expect(reply.headers.contains { $0.name == "x-accel-buffering" })
      let messages = try await Self.messages(reply)
      #expect(messages.dropLast().compactMap { $0["params"]?["progress"]?.double } == [1, 2, 3])
      #expect(messages.last?["result"]?["resultType"] == "complete")
    }
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let name: String
    let headers: [String: String?]
    let status: Int
    let code: Int?
    var testDescription: String { name }
  }

  static let refusals: [Refusal] = [
    Refusal(name: "another host", headers: ["host": "evil.example"], status: 421, code: -32600),
    Refusal(name: "no host", headers: ["host": nil], status: 421, code: -32600),
    Refusal(name: "another origin", headers: ["origin": "https://evil.example"], status: 403, code: -32600),
    Refusal(name: "the origin null", headers: ["origin": "null"], status: 403, code: -32600),
    Refusal(name: "a form", headers: ["content-type": "text/plain"], status: 415, code: -32600),
    Refusal(name: "no type", headers: ["content-type": nil], status: 415, code: -32600),
    Refusal(name: "only documents", headers: ["accept": "application/json"], status: 406, code: -32600),
    Refusal(name: "no accept", headers: ["accept": nil], status: 406, code: -32600),
    Refusal(name: "no version", headers: ["mcp-protocol-version": nil], status: 400, code: -32020),
    Refusal(
      name: "another version", headers: ["mcp-protocol-version": "2025-11-25"], status: 400, code: -32020),
    Refusal(name: "no method", headers: ["mcp-method": nil], status: 400, code: -32020),
    Refusal(name: "another method", headers: ["mcp-method": "tools/list"], status: 400, code: -32020),
    Refusal(name: "a method in capitals", headers: ["mcp-method": "TOOLS/CALL"], status: 400, code: -32020),
    Refusal(name: "no name", headers: ["mcp-name": nil], status: 400, code: -32020),
    Refusal(name: "another name", headers: ["mcp-name": "fail"], status: 400, code: -32020),
    Refusal(name: "a broken name", headers: ["mcp-name": "=?base64?%%?="], status: 400, code: -32020),
    Refusal(
      name: "an unknown session", headers: ["mcp-session-id": "x", "mcp-protocol-version": "2025-11-25"],
      status: 400, code: -32020),
  ]

  @Test(arguments: refusals) func isRefused(refusal: Refusal) async throws {
    try await Self.serve { endpoint in
      let reply = await endpoint.reply(
        to: Self.post("tools/call", params: ["name": "echo"], headers: refusal.headers))
      #expect(reply.status == refusal.status)
      let said = try await Self.messages(reply)
      #expect(said.first?["error"]?["code"]?.integer == refusal.code)
    }
  }

  @Test func namesThatNoHeaderCarriesAreDecoded() async throws {
    try await Self.serve { endpoint in
      let reply = await endpoint.reply(
        to: Self.post(
          "tools/call", params: ["name": "echo"],
          headers: ["mcp-name": "=?base64?ZWNobw==?=", "origin": "https://good.example"]))
      #expect(reply.status == 200)
    }
  }

  @Test func methodsAndPathsOfHTTP() async throws {
    try await Self.serve { endpoint in
      func status(_ method: String, path: String = "/mcp") async -> Int {
        await endpoint.reply(
          to: HTTPArrival(method: method, path: path, headers: ["host": "127.0.0.1:1"], body: [])
        ).status
      }
      #expect(await status("GET") == 405)
      #expect(await status("DELETE") == 405)
      #expect(await status("PUT") == 405)
      #expect(await status("POST", path: "/") == 404)
      #expect(await status("GET", path: "/.well-known/oauth-protected-resource") == 200)
      var long = Self.post("tools/list")
      long.body = nil
      #expect(await endpoint.reply(to: long).status == 413)
      var batch = Self.post("tools/list")
      batch.body = Array("[]".utf8)
      #expect(await endpoint.reply(to: batch).status == 400)
      #expect(await endpoint.reply(to: Self.post("no/method")).status == 404)
      var notification = Self.post("tools/list")
      notification.body = Array(#"{"jsonrpc":"2.0","method":"notifications/x"}"#.utf8)
      let reply = await endpoint.reply(to: notification)
      #expect(reply.status == 202)
      let said = try await Self.messages(reply)
      #expect(said.isEmpty)
    }
  }

  @Test func onlyWhoHasATokenIsServed() async throws {
    try await Self.serve(accesses: [Self.ada, Self.eve]) { endpoint in
      for value in [nil, "", "Bearer", "Bearer x", "Basic c2VjcmV0LW9mLWFkYQ==", "secret-of-ada"] {
        let reply = await endpoint.reply(to: Self.post("tools/list", headers: ["authorization": value]))
        #expect(reply.status == 401)
        #expect(
          reply.headers.contains {
            $0.name == "www-authenticate"
              && $0.value.contains("resource_metadata=\"http://127.0.0.1:1/.well-known/")
          })
      }
      func tools(_ token: String) async throws -> Int {
        let reply = await endpoint.reply(
          to: Self.post("tools/list", headers: ["authorization": "Bearer \(token)"]))
        return try await Self.messages(reply).first?["result"]?["tools"]?.array?.count ?? 0
      }
      let all = try await tools("secret-of-ada")
      #expect(all == (try await tools("secret-of-eve")) + 1)
    }
  }

  @Test func nobodySeesAnothersTasksAndSessions() async throws {
    try await Self.serve(accesses: [Self.ada, Self.eve]) { endpoint in
      func ask(_ who: String, method: String, params: JSONValue, headers: [String: String?] = [:])
        async throws -> JSONValue
      {
        let reply = await endpoint.reply(
          to: Self.post(
            method, params: params, meta: Wire.able,
            headers: headers.merging(["authorization": "Bearer secret-of-\(who)"]) { $1 }))
        return try #require(try await Self.messages(reply).last)
      }
      let task = try #require(
        try await ask("ada", method: "tools/call", params: ["name": "wait"])["result"]?["taskId"])
      for method in ["tasks/get", "tasks/cancel"] {
        #expect(
          try await ask("eve", method: method, params: ["taskId": task])["error"]?["code"]?.integer == -32602)
      }
      #expect(
        try await ask("ada", method: "tasks/get", params: ["taskId": task])["result"]?["status"] == "working")
      #expect(try await ask("ada", method: "tasks/cancel", params: ["taskId": task])["result"] != nil)
      // A state that was given to one caller is no other's.
      let asked = try await ask(
        "ada", method: "prompts/get", params: ["name": "greet", "arguments": ["who": "x"]])
      #expect(asked["result"] != nil)
      var begin = Self.post("initialize", headers: ["authorization": "Bearer secret-of-ada"])
      begin.body = Array(
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}"#
          .utf8)
      let session = try #require(
        await endpoint.reply(to: begin).headers.first { $0.name == "mcp-session-id" }?.value)
      func ping(_ who: String) async -> Int {
        var ping = Self.post(
          "ping",
          headers: [
            "authorization": "Bearer secret-of-\(who)", "mcp-session-id": session,
            "mcp-protocol-version": "2025-11-25",
          ])
        ping.body = Array(#"{"jsonrpc":"2.0","id":1,"method":"ping"}"#.utf8)
        return await endpoint.reply(to: ping).status
      }
      #expect(await ping("ada") == 200)
      #expect(await ping("eve") == 404)
      func end(_ who: String) async -> Int {
        await endpoint.reply(
          to: HTTPArrival(
            method: "DELETE", path: "/mcp",
            headers: [
              "host": "127.0.0.1:1", "authorization": "Bearer secret-of-\(who)", "mcp-session-id": session,
            ], body: [])
        ).status
      }
      #expect(await end("eve") == 404)
      #expect(await end("ada") == 204)
      #expect(await ping("ada") == 404)
    }
  }

  @Test func whoStopsReadingHasTakenTheRequestBack() async throws {
    try await Self.serve { endpoint in
      do {
        let reply = await endpoint.reply(to: Self.post("tools/call", params: ["name": "wait"], id: 5))
        guard case .stream(let pieces) = reply.body else {
          Issue.record("no stream")
          return
        }
        var iterator = pieces.makeAsyncIterator()
        #expect(await iterator.next()?.first == UInt8(ascii: ":"))
      }
      // The endpoint can end, because nothing is worked on any more.
      #expect(await endpoint.reply(to: Self.post("tools/list")).status == 200)
    }
  }
}
