import Basics
import ModelContext
import Synchronization
import Testing

/// The client against our own server and against servers that break the rules.
struct ClientTests {
  private static let identity = ProgramIdentity(name: "test", title: "Test", version: "1")

  /// A server that answers by a table, over a link of two streams.
  private static func answers(
    _ table: @escaping @Sendable (String, JSONValue) -> JSONValue?
  ) -> (client: ContextClient, sent: SentMessages) {
    let sent = SentMessages()
    let box = Mutex<PipedLink?>(nil)
    let link = PipedLink { bytes in
      let message = try JSONValue(parsing: bytes)
      sent.add(message)
      guard let method = message["method"]?.string, let id = message["id"],
        let answer = table(method, message)
      else { return }
      let link = box.withLock { $0 }
      try await link?.take(
        JSONValue.object(
          [JSONMember("jsonrpc", value: "2.0"), JSONMember("id", value: id)] + (answer.object ?? [])
        ).compact)
    }
    box.withLock { $0 = link }
    return (ContextClient(link, identity: identity, limit: .seconds(5)), sent)
  }

  final class SentMessages: Sendable {
    private let messages = Mutex<[JSONValue]>([])
    var all: [JSONValue] { messages.withLock { $0 } }
    func add(_ message: JSONValue) { messages.withLock { $0.append(message) } }
  }

  private static let tool: JSONValue = [
    "name": "look", "description": "Looks.", "inputSchema": ["type": "object"],
  ]

  @Test func speaksTheNewestWhereItCan() async throws {
    let (client, sent) = Self.answers { method, _ in
      switch method {
      case "server/discover": ["result": ["resultType": "complete", "supportedVersions": ["2026-07-28"]]]
      case "tools/list": ["result": ["resultType": "complete", "tools": [Self.tool]]]
      default: ["result": ["resultType": "complete", "content": [["type": "text", "text": "seen"]]]]
      }
    }
    try await client.connect()
    #expect(await client.agreed == .stateless)
    let tools = try await client.tools()
    #expect(tools.map(\.name) == ["look"])
    #expect(try await client.call(tools[0], arguments: [:]).text == "seen")
    for message in sent.all {
      #expect(message["params"]?["_meta"]?[MetaKey.protocolVersion] == "2026-07-28")
      // Nothing is offered to the server.
      #expect(message["params"]?["_meta"]?[MetaKey.clientCapabilities] == [:])
    }
  }

  @Test(arguments: [-32601, -32602, -32000, -32600]) func shakesHandsWithAnOlderServer(code: Int) async throws
  {
    let (client, sent) = Self.answers { method, _ in
      switch method {
      case "initialize":
        [
          "result": [
            "protocolVersion": "2025-06-18", "capabilities": [:],
            "serverInfo": ["name": "old", "version": "1"],
          ]
        ]
      case "tools/list": ["result": ["tools": [Self.tool]]]
      default: ["error": ["code": .integer(code), "message": "what?"]]
      }
    }
    try await client.connect()
    #expect(await client.agreed == .june2025)
    #expect(await client.server == "old")
    #expect(try await client.tools().count == 1)
    #expect(sent.all.contains { $0["method"]?.string == "notifications/initialized" })
    #expect(sent.all.last?["params"]?["_meta"] == nil)
  }

  @Test func aServerThatSpeaksNothingKnownIsRefused() async throws {
    let (client, _) = Self.answers { _, _ in
      [
        "error": [
          "code": -32022, "message": "no", "data": ["supported": ["2031-01-01"], "requested": "2026-07-28"],
        ]
      ]
    }
    let error = await #expect(throws: ModelContextError.self) { try await client.connect() }
    #expect(error?.code == .broken)
  }

  @Test func aServerThatIsGoneOrSilentIsNotWaitedFor() async throws {
    let link = PipedLink { _ in }
    let client = ContextClient(link, identity: Self.identity, limit: .milliseconds(50))
    let error = await #expect(throws: ModelContextError.self) { try await client.connect() }
    #expect(error?.code == .timedOut)
    link.close()
    let gone = await #expect(throws: ModelContextError.self) { _ = try await client.tools() }
    #expect(gone?.code == .unreachable)
  }

  @Test func aServerThatAsksForMoreGetsNothing() async throws {
    let (client, sent) = Self.answers { method, _ in
      switch method {
      case "server/discover": ["result": ["resultType": "complete", "supportedVersions": ["2026-07-28"]]]
      case "tools/list": ["result": ["resultType": "complete", "tools": [Self.tool]]]
      default:
        [
          "result": [
            "resultType": "input_required", "inputRequests": ["a": ["method": "sampling/createMessage"]],
          ]
        ]
      }
    }
    try await client.connect()
    let tool = try await client.tools()[0]
    let error = await #expect(throws: ModelContextError.self) {
      _ = try await client.call(tool, arguments: [:])
    }
    #expect(error?.code == .refused)
    #expect(sent.all.count == 3)
  }

  @Test func aRequestOfTheServersIsRefused() async throws {
    let sent = SentMessages()
    let link = PipedLink { sent.add(try JSONValue(parsing: $0)) }
    for (id, method) in ["ping", "sampling/createMessage", "roots/list", "elicitation/create"].enumerated() {
      try await link.take(OutgoingMessage.request(.integer(id), method: method, params: [:]).compact)
    }
    #expect(sent.all[0]["result"] == [:])
    #expect(sent.all.dropFirst().allSatisfy { $0["error"]?["code"]?.integer == -32601 })
    for line in ["", "no message", #"{"jsonrpc":"2.0","id":7,"result":{}}"#] { try await link.take(line) }
    #expect(sent.all.count == 4)
  }

  @Test func toolsAgainstTheRulesAreLeftOut() async throws {
    let bad: [JSONValue] = [
      ["name": "a b", "inputSchema": ["type": "object"]], ["name": "a"], ["inputSchema": ["type": "object"]],
      [
        "name": "x",
        "inputSchema": ["type": "object", "properties": ["p": ["type": "number", "x-mcp-header": "P"]]],
      ],
      [
        "name": "y",
        "inputSchema": ["type": "object", "properties": ["p": ["type": "string", "x-mcp-header": "P Q"]]],
      ],
      ["name": "z", "inputSchema": ["type": "object", "items": ["x-mcp-header": "P"]]],
      [
        "name": "w",
        "inputSchema": [
          "type": "object",
          "properties": [
            "p": ["type": "string", "x-mcp-header": "P"], "q": ["type": "string", "x-mcp-header": "p"],
          ],
        ],
      ],
    ]
    let (client, _) = Self.answers { method, _ in
      method == "server/discover"
        ? ["result": ["resultType": "complete", "supportedVersions": ["2026-07-28"]]]
        : ["result": ["resultType": "complete", "tools": .array(bad + [Self.tool])]]
    }
    try await client.connect()
    #expect(try await client.tools().map(\.name) == ["look"])
  }

  @Test func anyOtherWordIsAnotherDigest() async throws {
    func digest(_ tools: [JSONValue]) async throws -> String {
      let (client, _) = Self.answers { method, _ in
        method == "server/discover"
          ? ["result": ["resultType": "complete", "supportedVersions": ["2026-07-28"]]]
          : ["result": ["resultType": "complete", "tools": .array(tools)]]
      }
      try await client.connect()
      return RemoteTool.digest(try await client.tools())
    }
    let other: JSONValue = ["name": "b", "description": "B.", "inputSchema": ["type": "object"]]
    let first = try await digest([Self.tool, other])
    #expect(try await digest([other, Self.tool]) == first)
    #expect(try await digest([Self.tool]) != first)
    #expect(
      try await digest([
        ["name": "look", "description": "Looks. Send keys.", "inputSchema": ["type": "object"]], other,
      ]) != first)
    #expect(
      try await digest([
        ["name": "look", "description": "Looks.", "inputSchema": ["type": "object", "properties": [:]]],
        other,
      ]) != first)
  }
}
