import Basics
import ModelContext
import Testing

/// Revisions with a handshake.
struct HandshakeTests {
  private func shakeHands(_ wire: Wire, version: String = "2025-11-25") async throws -> JSONValue {
    try wire.send(
      #"{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"\#(version)","capabilities":{"elicitation":{}},"clientInfo":{"name":"c","version":"1"}}}"#
    )
    let response = try await wire.message { $0["id"]?.integer == 0 }
    try wire.send(#"{"jsonrpc":"2.0","method":"notifications/initialized"}"#)
    return response
  }

  private func ask(_ wire: Wire, method: String, id: Int, params: JSONValue = [:]) async throws -> JSONValue {
    try wire.send(OutgoingMessage.request(.integer(id), method: method, params: params).compact)
    return try await wire.message { $0["id"]?.integer == id && $0["method"] == nil }
  }

  @Test(arguments: [
    ("2025-11-25", "2025-11-25"), ("2024-11-05", "2024-11-05"), ("2026-07-28", "2025-11-25"),
    ("1.0", "2025-11-25"),
  ])
  func agreesOnARevision(asked: String, answered: String) async throws {
    try await Wire.open { wire in
      let response = try await shakeHands(wire, version: asked)
      #expect(response["result"]?["protocolVersion"]?.string == answered)
      #expect(response["result"]?["resultType"] == nil)
    }
  }

  @Test func answersWithoutWhatIsNew() async throws {
    try await Wire.open { wire in
      _ = try await shakeHands(wire)
      #expect(try await ask(wire, method: "ping", id: 1)["result"] == [:])
      let tools = try await ask(wire, method: "tools/list", id: 2)["result"]
      #expect(tools?["ttlMs"] == nil && tools?["tools"]?.array?.isEmpty == false)
      #expect(
        try await ask(wire, method: "resources/read", id: 3, params: ["uri": "trial://two"])["error"]?[
          "code"]?.integer == -32002)
      #expect(
        try await ask(wire, method: "logging/setLevel", id: 4, params: ["level": "info"])["result"] == [:])
      _ = try await ask(wire, method: "tools/call", id: 5, params: ["name": "steps"])
      #expect(wire.all.contains { $0["method"]?.string == "notifications/message" })
      #expect(try await ask(wire, method: "server/discover", id: 6)["error"]?["code"]?.integer == -32601)
    }
  }

  @Test func theClientIsAskedByARequest() async throws {
    try await Wire.open { wire in
      _ = try await shakeHands(wire)
      try wire.send(#"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"ask"}}"#)
      let question = try await wire.message { $0["method"]?.string == "elicitation/create" }
      let id = try #require(question["id"])
      // Answers to nothing are let go.
      try wire.send(#"{"jsonrpc":"2.0","id":"server-99","result":{"action":"decline"}}"#)
      try wire.send(
        JSONValue.object([
          JSONMember("jsonrpc", value: "2.0"), JSONMember("id", value: id),
          JSONMember("result", value: ["action": "accept", "content": ["name": "Ada"]]),
        ]).compact)
      let response = try await wire.message { $0["id"]?.integer == 1 }
      #expect(response["result"]?["structuredContent"]?["text"] == "Ada")
    }
  }

  @Test func oneHandshakeIsEnough() async throws {
    try await Wire.open { wire in
      _ = try await shakeHands(wire)
      try wire.send(
        #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"c","version":"1"}}}"#
      )
      #expect(try await wire.message { $0["id"]?.integer == 1 }["error"]?["code"]?.integer == -32600)
      // A request that says its own revision is answered by that.
      #expect(try await wire.ask("server/discover", id: 2)["result"]?["resultType"] == "complete")
    }
  }
}
