import Basics
import ModelContext
import Testing

/// Revision 2026-07-28: every request stands for itself.
struct StatelessTests {
  @Test func discovers() async throws {
    try await Wire.open { wire in
      let result = try await wire.ask("server/discover", id: 1)["result"]
      #expect(result?["resultType"]?.string == "complete")
      #expect(result?["supportedVersions"] == ["2026-07-28"])
      #expect(result?["ttlMs"]?.integer ?? -1 >= 0)
      #expect(result?["_meta"]?[MetaKey.serverInfo]?["name"]?.string == "trial")
    }
  }

  @Test func whatItDoesNotKnowIsNamed() async throws {
    try await Wire.open { wire in
      let old: JSONValue = .object([
        JSONMember(MetaKey.protocolVersion, value: "1900-01-01"),
        JSONMember(MetaKey.clientCapabilities, value: [:]),
      ])
      let error = try await wire.ask("tools/list", id: 1, meta: old)["error"]
      #expect(error?["code"]?.integer == -32022)
      #expect(error?["data"]?["supported"] == ["2026-07-28"])
      #expect(error?["data"]?["requested"] == "1900-01-01")
      for method in [
        "initialized", "ping", "logging/setLevel", "resources/subscribe", "sampling/createMessage",
      ] {
        #expect(
          try await wire.ask(method, id: method.count, meta: Wire.meta)["error"]?["code"]?.integer == -32601)
      }
    }
  }

  @Test func pagesAreWholeAndCursorsOpaque() async throws {
    try await Wire.open { wire in
      var names: [String] = []
      var cursor: JSONValue?
      var id = 0
      repeat {
        id += 1
        let params: JSONValue = cursor.map { ["cursor": $0] } ?? [:]
        let result = try #require(try await wire.ask("resources/list", id: id, params: params)["result"])
        names += (result["resources"]?.array ?? []).compactMap { $0["uri"]?.string }
        cursor = result["nextCursor"]
      } while cursor != nil
      #expect(names == (1...120).map { "trial://\($0)" })
      for wrong: JSONValue in ["", "x", "cHJvbXB0czo1MA==", 5] {
        id += 1
        let response = try await wire.ask("resources/list", id: id, params: ["cursor": wrong])
        #expect(response["error"]?["code"]?.integer == -32602)
      }
    }
  }

  @Test func progressGrowsAndLogsOnlyWhereAsked() async throws {
    try await Wire.open { wire in
      let meta = JSONValue.object(
        (Wire.meta.object ?? []) + [
          JSONMember("progressToken", value: "t"), JSONMember(MetaKey.logLevel, value: "debug"),
        ])
      _ = try await wire.ask("tools/call", id: 1, params: ["name": "steps"], meta: meta)
      let told = wire.all.filter { $0["method"]?.string == "notifications/progress" }
      #expect(told.compactMap { $0["params"]?["progress"]?.double } == [1, 2, 3])
      #expect(wire.all.contains { $0["method"]?.string == "notifications/message" })
      let before = wire.all.count
      _ = try await wire.ask("tools/call", id: 2, params: ["name": "steps"])
      #expect(wire.all.count == before + 1)
    }
  }

  @Test func aPersonIsAskedAndTheCallMadeAgain() async throws {
    try await Wire.open { wire in
      let asks: JSONValue = .object([
        JSONMember(MetaKey.protocolVersion, value: "2026-07-28"),
        JSONMember(MetaKey.clientCapabilities, value: ["elicitation": [:]]),
      ])
      let first = try await wire.ask(
        "tools/call", id: 1, params: ["name": "ask", "arguments": [:]], meta: asks)
      #expect(first["result"]?["resultType"]?.string == "input_required")
      #expect(first["result"]?["inputRequests"]?["name"]?["method"]?.string == "elicitation/create")
      let state = try #require(first["result"]?["requestState"])
      func again(_ id: Int, state: JSONValue, name: JSONValue, tool: String = "ask") async throws -> JSONValue
      {
        try await wire.ask(
          "tools/call", id: id,
          params: [
            "name": .string(tool), "arguments": [:], "requestState": state,
            "inputResponses": ["name": ["action": "accept", "content": ["name": name]]],
          ], meta: asks)
      }
      #expect(try await again(2, state: state, name: "Ada")["result"]?["structuredContent"]?["text"] == "Ada")
      // A state that was changed, one of another request, and an answer that does not fit the form.
      #expect(
        try await again(3, state: .string((state.string ?? "") + "A"), name: "Ada")["error"]?["code"]?.integer
          == -32602)
      #expect(
        try await again(4, state: state, name: "Ada", tool: "echo")["error"]?["code"]?.integer == -32602)
      #expect(try await again(5, state: state, name: "A name too long")["error"]?["code"]?.integer == -32602)
      // Who cannot be asked is not asked.
      let refusal = try await wire.ask("tools/call", id: 6, params: ["name": "ask"])
      #expect(refusal["error"]?["code"]?.integer == -32021)
    }
  }

  @Test func whoCancelsHearsNothingMore() async throws {
    try await Wire.open { wire in
      try wire.send(Wire.request("tools/call", id: 1, params: ["name": "wait"]))
      try wire.send(OutgoingMessage.notification("notifications/cancelled", params: ["requestId": 1]).compact)
      _ = try await wire.ask("tools/list", id: 2)
      #expect(!wire.all.contains { $0["id"]?.integer == 1 })
      // The id is free again.
      #expect(try await wire.ask("prompts/list", id: 1)["result"] != nil)
    }
  }

  @Test func subscribersHearWhatTheyAskedFor() async throws {
    try await Wire.open { wire in
      try wire.send(
        Wire.request(
          "subscriptions/listen", id: 7,
          params: ["notifications": ["resourceSubscriptions": ["trial://one"], "toolsListChanged": true]]))
      let acknowledged = try await wire.message {
        $0["method"]?.string == "notifications/subscriptions/acknowledged"
      }
      #expect(acknowledged["params"]?["_meta"]?[MetaKey.subscriptionID]?.integer == 7)
      #expect(acknowledged["params"]?["notifications"] == ["resourceSubscriptions": ["trial://one"]])
      let asks: JSONValue = .object([
        JSONMember(MetaKey.protocolVersion, value: "2026-07-28"),
        JSONMember(MetaKey.clientCapabilities, value: ["elicitation": [:]]),
      ])
      _ = try await wire.ask(
        "tools/call", id: 8,
        params: ["name": "ask", "inputResponses": ["name": ["action": "accept", "content": ["name": "A"]]]],
        meta: asks)
      let told = try await wire.message { $0["method"]?.string == "notifications/resources/updated" }
      #expect(told["params"]?["uri"] == "trial://one")
      #expect(told["params"]?["_meta"]?[MetaKey.subscriptionID]?.integer == 7)
    }
  }

  @Test func promptsAndCompletion() async throws {
    try await Wire.open { wire in
      let prompt = try await wire.ask(
        "prompts/get", id: 1, params: ["name": "greet", "arguments": ["who": "Ada"]])
      #expect(prompt["result"]?["messages"]?[0]?["content"]?["text"] == "Hello Ada")
      let values = try await wire.ask(
        "completion/complete", id: 2,
        params: ["ref": ["type": "ref/prompt", "name": "greet"], "argument": ["name": "who", "value": ""]])
      #expect(values["result"]?["completion"]?["values"]?.array?.count == 100)
      #expect(values["result"]?["completion"]?["total"] == 150)
      #expect(values["result"]?["completion"]?["hasMore"] == true)
    }
  }
}
