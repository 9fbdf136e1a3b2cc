import Basics
import ModelContext
import Testing

/// Malformed, oversized, out of order and hostile: each is answered by the right error, nothing leaks, nothing hangs.
struct HostileMessageTests {
  /// A message, and the code it is answered with; nil for what is not answered at all.
  struct Trial: Sendable, CustomTestStringConvertible {
    let name: String
    let message: String
    let code: Int?

    init(_ name: String, message: String, code: Int?) {
      self.name = name
      self.message = message
      self.code = code
    }

    var testDescription: String { name }
  }

  private static let meta = Wire.meta.compact
  private static func call(_ params: String) -> String {
    #"{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{\#(params),"_meta":\#(meta)}}"#
  }

  static let trials: [Trial] = [
    Trial("not JSON", message: "hello", code: -32700),
    Trial("half a message", message: #"{"jsonrpc":"2.0","id":1"#, code: -32700),
    Trial("a key twice", message: #"{"jsonrpc":"2.0","id":1,"id":2,"method":"tools/list"}"#, code: -32700),
    Trial("deep nesting", message: String(repeating: "[", count: 5000), code: -32700),
    Trial(
      "deep nesting in params",
      message: #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"a":"#
        + String(repeating: "[", count: 100) + String(repeating: "]", count: 100) + "}}", code: -32700),
    Trial(
      "a lone surrogate", message: #"{"jsonrpc":"2.0","id":"\ud800","method":"tools/list"}"#, code: -32700),
    Trial(
      "a number beyond all bounds", message: #"{"jsonrpc":"2.0","id":1e999,"method":"tools/list"}"#,
      code: -32700),
    Trial("a batch", message: #"[{"jsonrpc":"2.0","id":1,"method":"tools/list"}]"#, code: -32600),
    Trial("an empty batch", message: "[]", code: -32600),
    Trial("a text", message: #""tools/list""#, code: -32600),
    Trial("a number", message: "42", code: -32600),
    Trial("null", message: "null", code: -32600),
    Trial("no version", message: #"{"id":1,"method":"tools/list"}"#, code: -32600),
    Trial("another version", message: #"{"jsonrpc":"1.0","id":1,"method":"tools/list"}"#, code: -32600),
    Trial(
      "a version that is a number", message: #"{"jsonrpc":2.0,"id":1,"method":"tools/list"}"#, code: -32600),
    Trial("a null id", message: #"{"jsonrpc":"2.0","id":null,"method":"tools/list"}"#, code: -32600),
    Trial("an object as id", message: #"{"jsonrpc":"2.0","id":{},"method":"tools/list"}"#, code: -32600),
    Trial(
      "a broken number as id", message: #"{"jsonrpc":"2.0","id":1.5,"method":"tools/list"}"#, code: -32600),
    Trial("no method", message: #"{"jsonrpc":"2.0","id":1}"#, code: -32600),
    Trial("a method that is a number", message: #"{"jsonrpc":"2.0","id":1,"method":7}"#, code: -32600),
    Trial(
      "result and error", message: #"{"jsonrpc":"2.0","id":1,"result":{},"error":{"code":1,"message":""}}"#,
      code: -32600),
    Trial(
      "params that are a list", message: #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":[]}"#,
      code: -32602),
    Trial("no _meta", message: #"{"jsonrpc":"2.0","id":1,"method":"tools/list"}"#, code: -32602),
    Trial(
      "_meta that is a text",
      message: #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":"x"}}"#, code: -32602),
    Trial(
      "a version that is null",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":null}}}"#,
      code: -32602),
    Trial(
      "no capabilities",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28"}}}"#,
      code: -32602),
    Trial(
      "a version from the future",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2099-01-01","io.modelcontextprotocol/clientCapabilities":{}}}}"#,
      code: -32022),
    Trial(
      "a log level that is none",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{},"io.modelcontextprotocol/logLevel":"loud"}}}"#,
      code: -32602),
    Trial(
      "an unknown method",
      message: #"{"jsonrpc":"2.0","id":1,"method":"tools/approve","params":{"_meta":\#(meta)}}"#, code: -32601
    ),
    Trial(
      "a method of the server's",
      message: #"{"jsonrpc":"2.0","id":1,"method":"elicitation/create","params":{"_meta":\#(meta)}}"#,
      code: -32601),
    Trial("an unknown tool", message: call(#""name":"rm -rf /""#), code: -32602),
    Trial("a tool of another scope", message: call(#""name":"leak""#), code: -32602),
    Trial("no tool", message: call(#""arguments":{}"#), code: -32602),
    Trial("a tool that is a list", message: call(#""name":["echo"]"#), code: -32602),
    Trial("arguments that are a text", message: call(#""name":"echo","arguments":"x""#), code: -32602),
    Trial("a state nobody gave", message: call(#""name":"echo","requestState":"e30.e30""#), code: -32602),
    Trial("a state that is an object", message: call(#""name":"echo","requestState":{}"#), code: -32602),
    Trial("answers that are a list", message: call(#""name":"echo","inputResponses":[]"#), code: -32602),
    Trial(
      "a path for a resource",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"resources/read","params":{"uri":"file:///etc/passwd","_meta":\#(meta)}}"#,
      code: -32602),
    Trial(
      "a prompt's argument that is an object",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"greet","arguments":{"who":{}},"_meta":\#(meta)}}"#,
      code: -32602),
    Trial(
      "a prompt's argument that is none",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"prompts/get","params":{"name":"greet","arguments":{"who":"a","x":"b"},"_meta":\#(meta)}}"#,
      code: -32602),
    Trial(
      "a completion of nothing",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"completion/complete","params":{"ref":{"type":"ref/file","uri":"/"},"argument":{"name":"a","value":""},"_meta":\#(meta)}}"#,
      code: -32602),
    Trial(
      "a subscription to a number",
      message:
        #"{"jsonrpc":"2.0","id":1,"method":"subscriptions/listen","params":{"notifications":{"resourceSubscriptions":[1]},"_meta":\#(meta)}}"#,
      code: -32602),
    Trial(
      "a handshake without a client",
      message: #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25"}}"#,
      code: -32602),
    Trial(
      "an unknown notification", message: #"{"jsonrpc":"2.0","method":"notifications/steal","params":{}}"#,
      code: nil),
    Trial(
      "a cancellation of nothing",
      message: #"{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":99}}"#, code: nil),
    Trial("a response to nothing", message: #"{"jsonrpc":"2.0","id":99,"result":{}}"#, code: nil),
    Trial("an empty line", message: "", code: nil),
  ]

  @Test(arguments: trials) func isAnsweredRightly(trial: Trial) async throws {
    try await Wire.open { wire in
      try wire.send(trial.message)
      // What comes after it is answered, so nothing hangs.
      let next = try await wire.ask(
        "tools/call", id: 1000, params: ["name": "echo", "arguments": ["text": "still here"]])
      #expect(next["result"]?["structuredContent"]?["text"] == "still here")
      if let code = trial.code {
        let answer = try await wire.message { $0["error"] != nil }
        #expect(answer["error"]?["code"]?.integer == code)
        #expect((answer["error"]?["message"]?.string ?? "").utf8.count < 400)
        #expect(answer["id"] == nil || answer["id"] == 1)
      } else {
        #expect(wire.all.count == 1)
      }
    }
  }

  @Test func aMessageWithoutEndIsDropped() async throws {
    try await Wire.open { wire in
      let piece = [UInt8](repeating: UInt8(ascii: "a"), count: 1 << 20)
      for _ in 0..<6 { try wire.send(raw: piece) }
      try wire.send("")
      let answer = try await wire.message { $0["error"] != nil }
      #expect(answer["error"]?["code"]?.integer == -32600)
      #expect(answer["id"] == nil)
      #expect(try await wire.ask("tools/list", id: 1)["result"] != nil)
    }
  }

  @Test func bytesThatAreNoTextAreRefused() async throws {
    try await Wire.open { wire in
      try wire.send(
        raw: Array(#"{"jsonrpc":"2.0","id":1,"method":""#.utf8) + [0xFF, 0xFE] + Array("\"}\n".utf8))
      #expect(try await wire.message { $0["error"] != nil }["error"]?["code"]?.integer == -32700)
    }
  }

  @Test func anIdInUseIsRefused() async throws {
    try await Wire.open { wire in
      try wire.send(Wire.request("tools/call", id: 1, params: ["name": "wait"]))
      let second = try await wire.ask("tools/list", id: 1)
      #expect(second["error"]?["code"]?.integer == -32600)
    }
  }

  @Test func aFloodIsRefusedAndPasses() async throws {
    try await Wire.open { wire in
      for id in 1...64 { try wire.send(Wire.request("tools/call", id: id, params: ["name": "wait"])) }
      #expect(try await wire.ask("tools/list", id: 65)["error"]?["code"]?.integer == -32603)
      for id in 1...64 {
        try wire.send(
          OutgoingMessage.notification("notifications/cancelled", params: ["requestId": .integer(id)]).compact
        )
      }
      #expect(try await wire.ask("tools/list", id: 66)["result"] != nil)
    }
  }

  @Test func argumentsThatDoNotFitAreForTheModelToMend() async throws {
    try await Wire.open { wire in
      let long = String(repeating: "x", count: 200)
      let result = try await wire.ask(
        "tools/call", id: 1, params: ["name": "echo", "arguments": ["text": .string(long)]])["result"]
      #expect(result?["isError"] == true)
      #expect(result?["content"]?[0]?["text"]?.string?.contains("/text") == true)
    }
  }

  @Test func anErrorTellsNothingOfItself() async throws {
    try await Wire.open(scopes: ["leak"]) { wire in
      let answer = try await wire.ask("tools/call", id: 1, params: ["name": "leak"])
      #expect(answer["error"]?["code"]?.integer == -32603)
      #expect(!wire.all.map(\.compact).joined().contains("hunter2"))
    }
  }
}
