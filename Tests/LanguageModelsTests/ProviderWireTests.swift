import Basics
import CurlHTTP
import FoundationEssentials
import Testing

@testable import LanguageModels

/// The protocols of Google, Amazon and OpenAI's newer one, on answers as their public documentation shows them.
struct ProviderWireTests {
  private static let request = ModelRequest(messages: [.user("hello")])

  private static func answer(
    _ wire: WireKind, _ body: [UInt8], isStreamed: Bool = true
  ) async throws -> ModelResponse {
    let transport = RecordedTransport([.init(body: body, size: 11)])
    let settings = ModelSettings(
      name: ModelName(provider: "test", model: "m"),
      provider: ProviderSettings(
        name: "test", wire: wire, baseAddress: "https://127.0.0.1:1", key: APIKey("k"),
        retries: RetryPolicy(attempts: 1)), allowsUnpriced: true)
    var request = request
    request.streams = isStreamed
    return try await ProviderModel(
      settings: settings, budget: BudgetLedger(), transport: transport, gates: ProviderGates()
    ).respond(to: request)
  }

  // Gemini

  private static let geminiPieces = [
    #"{"candidates":[{"content":{"parts":[{"text":"I think","thought":true}],"role":"model"}}]}"#,
    #"{"candidates":[{"content":{"parts":[{"text":"Good "}],"role":"model"}}],"modelVersion":"gemini-2.5-flash"}"#,
    #"{"candidates":[{"content":{"parts":[{"text":"day"}],"role":"model"},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9,"candidatesTokenCount":2,"thoughtsTokenCount":5,"cachedContentTokenCount":4}}"#,
  ]

  @Test func geminiStream() async throws {
    let events = Self.geminiPieces.map { "data: \($0)\r\n\r\n" }.joined()
    let list = "[" + Self.geminiPieces.joined(separator: ",\n") + "]"
    for body in [events, list] {
      let answer = try await Self.answer(.gemini, Array(body.utf8))
      #expect(
        answer
          == ModelResponse(text: "Good day", usage: TokenUsage(input: 9, output: 7, cachedInput: 4)))
    }
  }

  @Test func geminiCalls() async throws {
    let body =
      #"{"candidates":[{"content":{"parts":[{"functionCall":{"name":"price","args":{"n":1}}},{"functionCall":{"name":"price","args":{"n":2}}}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":9}}"#
    let answer = try await Self.answer(.gemini, Array(body.utf8), isStreamed: false)
    #expect(answer.toolCalls.map(\.arguments) == [#"{"n":1}"#, #"{"n":2}"#])
    #expect(Set(answer.toolCalls.map(\.id)).count == 2)
    #expect(answer.finish == .toolCalls)
  }

  @Test(arguments: [
    (#"{"promptFeedback":{"blockReason":"SAFETY"}}"#, ModelErrorCode.filtered, "SAFETY"),
    (#"{"candidates":[{"finishReason":"RECITATION"}]}"#, .filtered, "RECITATION"),
    (
      #"{"error":{"code":400,"message":"API key not valid","status":"INVALID_ARGUMENT"}}"#, .refused,
      "not valid"
    ),
    (
      #"{"error":{"code":503,"message":"The model is overloaded","status":"UNAVAILABLE"}}"#, .unavailable,
      "overloaded"
    ),
  ])
  func geminiSaysNo(event: String, code: ModelErrorCode, words: String) async throws {
    let error = await #expect(throws: ModelError.self) {
      try await Self.answer(.gemini, Array("data: \(event)\n\n".utf8))
    }
    #expect(error?.code == code)
    #expect(error?.detail.contains(words) == true)
  }

  // OpenAI's responses

  @Test func responsesStream() async throws {
    let events = [
      #"{"type":"response.created","response":{"id":"r","status":"in_progress","error":null}}"#,
      #"{"type":"response.reasoning_summary_text.delta","delta":"hm"}"#,
      #"{"type":"response.output_text.delta","output_index":1,"delta":"Good "}"#,
      #"{"type":"response.output_text.delta","output_index":1,"delta":"day"}"#,
      #"{"type":"response.output_text.done","text":"Good day"}"#,
      #"{"type":"response.completed","response":{"status":"completed","error":null,"usage":{"input_tokens":9,"input_tokens_details":{"cached_tokens":3},"output_tokens":2}}}"#,
    ]
    let body = events.map { "event: x\ndata: \($0)\n\n" }.joined()
    let answer = try await Self.answer(.responses, Array(body.utf8))
    #expect(
      answer == ModelResponse(text: "Good day", usage: TokenUsage(input: 9, output: 2, cachedInput: 3)))
  }

  @Test func responsesCalls() async throws {
    let events = [
      #"{"type":"response.output_item.added","output_index":0,"item":{"type":"function_call","id":"fc_1","call_id":"call_1","name":"price","arguments":""}}"#,
      #"{"type":"response.function_call_arguments.delta","output_index":0,"delta":"{\"n\""}"#,
      #"{"type":"response.output_item.added","output_index":1,"item":{"type":"function_call","id":"fc_2","call_id":"call_2","name":"check","arguments":""}}"#,
      #"{"type":"response.function_call_arguments.delta","output_index":1,"delta":"{}"}"#,
      #"{"type":"response.function_call_arguments.delta","output_index":0,"delta":":1}"}"#,
      #"{"type":"response.completed","response":{"status":"completed"}}"#,
    ]
    let answer = try await Self.answer(.responses, Array(events.map { "data: \($0)\n\n" }.joined().utf8))
    #expect(
      answer.toolCalls == [
        ToolCall(id: "call_1", name: "price", arguments: #"{"n":1}"#),
        ToolCall(id: "call_2", name: "check", arguments: "{}"),
      ])
  }

  @Test func responsesWhole() async throws {
    let body =
      #"{"status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"error":null,"output":[{"type":"reasoning","summary":[]},{"type":"message","content":[{"type":"output_text","text":"Good day"}]}],"usage":{"input_tokens":4,"output_tokens":2}}"#
    let answer = try await Self.answer(.responses, Array(body.utf8), isStreamed: false)
    #expect(
      answer == ModelResponse(text: "Good day", usage: TokenUsage(input: 4, output: 2), finish: .length))
  }

  @Test(arguments: [
    #"{"type":"error","code":"server_error","message":"lost it"}"#,
    #"{"type":"response.failed","response":{"error":{"code":"server_error","message":"lost it"}}}"#,
  ])
  func responsesFail(event: String) async throws {
    let error = await #expect(throws: ModelError.self) {
      try await Self.answer(.responses, Array("data: \(event)\n\n".utf8))
    }
    #expect(error?.code == .unavailable)
    #expect(error?.detail.contains("lost it") == true)
  }

  // Bedrock

  private static let converse = [
    EventFrame.bytes("messageStart", payload: #"{"role":"assistant"}"#),
    EventFrame.bytes(
      "contentBlockDelta",
      payload: #"{"contentBlockIndex":0,"delta":{"reasoningContent":{"text":"hm"}}}"#),
    EventFrame.bytes("contentBlockDelta", payload: #"{"contentBlockIndex":1,"delta":{"text":"Gut"}}"#),
    EventFrame.bytes(
      "contentBlockStart",
      payload: #"{"contentBlockIndex":2,"start":{"toolUse":{"toolUseId":"t1","name":"price"}}}"#),
    EventFrame.bytes(
      "contentBlockDelta", payload: #"{"contentBlockIndex":2,"delta":{"toolUse":{"input":"{\"n\":"}}}"#),
    EventFrame.bytes(
      "contentBlockDelta", payload: #"{"contentBlockIndex":2,"delta":{"toolUse":{"input":"1}"}}}"#),
    EventFrame.bytes("contentBlockStop", payload: #"{"contentBlockIndex":2}"#),
    EventFrame.bytes("messageStop", payload: #"{"stopReason":"tool_use"}"#),
    EventFrame.bytes(
      "metadata",
      payload:
        #"{"usage":{"inputTokens":9,"outputTokens":4,"cacheReadInputTokens":100},"metrics":{"latencyMs":1}}"#),
  ]

  @Test func bedrockStream() async throws {
    let answer = try await Self.answer(.bedrock, Self.converse.flatMap { $0 })
    #expect(
      answer
        == ModelResponse(
          text: "Gut", toolCalls: [ToolCall(id: "t1", name: "price", arguments: #"{"n":1}"#)],
          usage: TokenUsage(input: 109, output: 4, cachedInput: 100), finish: .toolCalls))
  }

  @Test func bedrockWhole() async throws {
    let body =
      #"{"output":{"message":{"role":"assistant","content":[{"text":"Good day"}]}},"stopReason":"end_turn","usage":{"inputTokens":3,"outputTokens":2}}"#
    let answer = try await Self.answer(.bedrock, Array(body.utf8), isStreamed: false)
    #expect(answer == ModelResponse(text: "Good day", usage: TokenUsage(input: 3, output: 2)))
  }

  @Test func bedrockExceptionsAndDamage() async throws {
    let exception = EventFrame.bytes(
      "throttlingException", payload: #"{"message":"Too many tokens"}"#, kind: ":exception-type")
    let error = await #expect(throws: ModelError.self) { try await Self.answer(.bedrock, exception) }
    #expect(error?.code == .limited)
    #expect(error?.detail.contains("Too many tokens") == true)
    var damaged = Self.converse.flatMap { $0 }
    damaged[40] ^= 1
    let broken = await #expect(throws: ModelError.self) { try await Self.answer(.bedrock, damaged) }
    #expect(broken?.code == .malformed)
    let cut = Self.converse.prefix(4).flatMap { $0 }
    let off = await #expect(throws: ModelError.self) { try await Self.answer(.bedrock, cut) }
    #expect(off?.code == .broken)
  }

  /// The examples `get-vanilla` and `post-vanilla` of Amazon's test suite for Signature Version 4.
  @Test(arguments: [
    (HTTPRequest.Method.get, "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
    (.post, "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
  ])
  func signatures(method: HTTPRequest.Method, signature: String) throws {
    let credentials = try #require(
      AWSCredentials(
        accessKey: "AKIDEXAMPLE", secret: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken: nil))
    let headers = RequestSignature(credentials: credentials, region: "us-east-1", service: "service")
      .headers(
        method, address: "https://example.amazonaws.com/", body: [],
        at: try Date("2015-08-30T12:36:00Z", strategy: .iso8601))
    #expect(headers.first?.value == "20150830T123600Z")
    #expect(headers.last?.value.hasSuffix("Signature=\(signature)") == true)
    #expect(!"\(credentials)".contains("EXAMPLE"))
  }

  @Test func bedrockIsSignedWhereThereIsNoKey() async throws {
    let transport = RecordedTransport([.init(body: Self.converse.flatMap { $0 })])
    let settings = ModelSettings(
      name: ModelName(provider: "bedrock", model: "anthropic.claude-x-v1:0"),
      provider: ProviderSettings(
        name: "bedrock", wire: .bedrock, baseAddress: "https://bedrock-runtime.eu-central-1.amazonaws.com",
        credentials: AWSCredentials(accessKey: "AK", secret: "s", sessionToken: "token")),
      allowsUnpriced: true)
    _ = try await ProviderModel(
      settings: settings, budget: BudgetLedger(), transport: transport, gates: ProviderGates()
    ).respond(to: Self.request)
    let sent = try #require(transport.requests.first)
    #expect(
      sent.address
        == "https://bedrock-runtime.eu-central-1.amazonaws.com/model/anthropic.claude-x-v1%3A0/converse-stream"
    )
    let authorization = sent.headers.first { $0.name == "Authorization" }?.value ?? ""
    #expect(authorization.contains("/eu-central-1/bedrock/aws4_request"))
    #expect(authorization.contains("SignedHeaders=host;x-amz-date;x-amz-security-token"))
  }
}
