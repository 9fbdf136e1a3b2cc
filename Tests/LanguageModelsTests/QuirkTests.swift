import Basics
import CurlHTTP
import Testing

@testable import LanguageModels

/// Servers as they are: each answer was seen of one, in words of our own.
struct QuirkTests {
  private static func ask(
    _ answers: [RecordedTransport.Answer], wire: WireKind = .openai, request: ModelRequest? = nil,
    observe: @escaping @Sendable (ModelEvent) -> Void = { _ in }
  ) async throws -> (ModelResponse, RecordedTransport) {
    let transport = RecordedTransport(answers)
    let provider = ProviderSettings(
      name: "test", wire: wire, baseAddress: "http://127.0.0.1:1",
      retries: RetryPolicy(attempts: 2, firstDelay: .milliseconds(1)))
    let settings = ModelSettings(
      name: ModelName(provider: "test", model: "m"), provider: provider, allowsUnpriced: true)
    let model = ProviderModel(
      settings: settings, budget: BudgetLedger(), transport: transport, gates: ProviderGates())
    let answer = try await model.respond(
      to: request ?? ModelRequest(messages: [.user("hello")]), observe: observe)
    return (answer, transport)
  }

  private static func failure(_ answers: [RecordedTransport.Answer], wire: WireKind = .openai) async throws
    -> (error: ModelError, requests: Int)
  {
    let transport = RecordedTransport(answers)
    let provider = ProviderSettings(
      name: "test", wire: wire, baseAddress: "http://127.0.0.1:1",
      retries: RetryPolicy(attempts: 2, firstDelay: .milliseconds(1)))
    let settings = ModelSettings(
      name: ModelName(provider: "test", model: "m"), provider: provider, allowsUnpriced: true)
    let model = ProviderModel(
      settings: settings, budget: BudgetLedger(), transport: transport, gates: ProviderGates())
    let error = await #expect(throws: ModelError.self) {
      try await model.respond(to: ModelRequest(messages: [.user("hello")], temperature: 0.3))
    }
    return (try #require(error), transport.requests.count)
  }

  @Test(arguments: [
    PlainStream.said + PlainStream.stop,
    "data: : keepalive\n\n" + PlainStream.said + PlainStream.stop,
    ": PING\n\ndata:\n\n" + PlainStream.said + PlainStream.stop + "data: [DONE]\n\n",
    #"data: {"choices":[],"error":null}"# + "\n\n" + PlainStream.said + PlainStream.stop,
    #"data: {"choices":[{"delta":{"role":"","content":"Good day"},"finish_reason":"stop"}]}"# + "\n\n",
    #"data: {"choices":[{"message":{"content":"Good day"},"finish_reason":"stop"}]}"# + "\n\n",
    #"data: {"choices":[{"delta":{"content":[{"type":"thinking","thinking":[]},{"type":"text","text":"Good day"}]},"finish_reason":"stop"}]}"#
      + "\n\n",
    PlainStream.said + PlainStream.stop + #"data: {"usage":{"prompt_tokens":4,"completion_tokens":2}}"#
      + "\n\ndata: [DONE]\n\n",
    #"data: {"choices":[{"delta":{"content":null,"reasoning_content":"hm"}}]}"# + "\n\n" + PlainStream.said
      + PlainStream.stop,
    #"data: {"choices":[{"delta":{"content":"<think>{\"a\":1}</think>"}}]}"# + "\n\n" + PlainStream.said
      + PlainStream.stop,
    "\u{FEFF}" + PlainStream.said + PlainStream.stop,
    (PlainStream.said + PlainStream.stop).replacing("\n", with: "\r\n"),
    (PlainStream.said + PlainStream.stop).replacing("data: ", with: "data:"),
    #"{"object":"chat.completion","choices":[{"message":{"content":"Good day"},"finish_reason":"stop"}]}"#,
  ])
  func isRead(body: String) async throws {
    for size in [1, 7, 10_000] {
      #expect(try await Self.ask([.init(text: body, size: size)]).0.text == "Good day")
    }
  }

  @Test func aStreamThatIsOneListOfPiecesIsRead() async throws {
    let body =
      #"[{"choices":[{"delta":{"content":"Good "}}]},{"choices":[{"delta":{"content":"day"},"finish_reason":"stop"}]}]"#
    #expect(try await Self.ask([.init(type: "application/json", text: body)]).0.text == "Good day")
  }

  @Test func umlautsThatArriveByteByByteAreWhole() async throws {
    let body = piece("Größe 🚀 ✓") + PlainStream.stop
    #expect(try await Self.ask([.init(text: body, size: 1)]).0.text == "Größe 🚀 ✓")
  }

  private func piece(_ text: String) -> String {
    "data: " + (["choices": [["delta": ["content": .string(text)]]]] as JSONValue).compact + "\n\n"
  }

  // Calls

  private static func calls(_ pieces: [String]) -> String {
    pieces.map { #"data: {"choices":[{"delta":{"tool_calls":["# + $0 + "]}}]}\n\n" }.joined()
      + #"data: {"choices":[{"delta":{},"finish_reason":"tool_calls"}]}"# + "\n\n"
  }

  /// Two calls, however their pieces are marked.
  @Test(arguments: [
    [
      #"{"index":0,"id":"a","function":{"name":"price","arguments":"{\"n\":1}"}}"#,
      #"{"index":0,"id":"b","function":{"name":"check","arguments":"{\"n\":2}"}}"#,
    ],
    [
      #"{"id":"a","function":{"name":"price","arguments":"{\"n\":1}"}}"#,
      #"{"id":"b","function":{"name":"check","arguments":"{\"n\":2}"}}"#,
    ],
    [
      #"{"id":"a","function":{"name":"price","arguments":"{\"n\""}}"#, #"{"function":{"arguments":":1}"}}"#,
      #"{"id":"b","function":{"name":"check","arguments":"{\"n\":"}}"#, #"{"function":{"arguments":"2}"}}"#,
    ],
    [
      #"{"id":"","function":{"name":"price","arguments":"{\"n\":1}"}},{"id":"","function":{"name":"check","arguments":"{\"n\":2}"}}"#
    ],
    [
      #"{"index":0,"id":"a","function":{"name":"price","arguments":""}}"#,
      #"{"index":1,"id":"b","function":{"name":"check","arguments":""}}"#,
      #"{"index":1,"function":{"arguments":"{\"n\":2}"}}"#,
      #"{"index":0,"function":{"arguments":"{\"n\":1}"}}"#,
    ],
    [
      #"{"index":0,"id":"a","function":{"name":"price","arguments":"{\"n\""}}"#,
      #"{"index":0,"id":"a","function":{"name":"price","arguments":":1}"}}"#,
      #"{"index":1,"id":"a","function":{"name":"check","arguments":{"n":2}}}"#,
    ],
  ])
  func twoCalls(pieces: [String]) async throws {
    let calls = try await Self.ask([.init(text: Self.calls(pieces))]).0.toolCalls
    #expect(calls.map(\.name) == ["price", "check"])
    #expect(calls.map(\.arguments) == [#"{"n":1}"#, #"{"n":2}"#])
    #expect(Set(calls.map(\.id)).count == 2)
  }

  /// The same tool twice under one index and without ids.
  @Test func theSameToolTwice() async throws {
    let pieces = [1, 2].map { #"{"index":0,"function":{"name":"price","arguments":"{\"n\":\#($0)}"}}"# }
    let calls = try await Self.ask([.init(text: Self.calls(pieces))]).0.toolCalls
    #expect(calls.map(\.arguments) == [#"{"n":1}"#, #"{"n":2}"#])
  }

  // What is refused is left out

  private static func refusal(_ message: String, parameter: String? = nil, status: Int = 400)
    -> RecordedTransport.Answer
  {
    let error: JSONValue = [
      "error": ["message": .string(message), "param": parameter.map(JSONValue.string) ?? .null]
    ]
    return .init(status: status, type: "application/json", text: error.compact)
  }

  @Test(arguments: [
    ("Unrecognized request argument supplied: stream_options", nil, "stream_options"),
    ("Unsupported value: 'temperature' only the default (1) is there", "temperature", "temperature"),
    ("property 'seed' is not supported", nil, "seed"),
    ("This model does not support tools", nil, "tools"),
  ])
  func whatIsRefusedIsLeftOut(words: String, parameter: String?, key: String) async throws {
    let request = ModelRequest(
      messages: [.user("hello")],
      tools: [ModelTool(name: "price", description: "d", parameters: ["type": "object"])],
      format: AnswerFormat(name: "sum", schema: ["type": "object"]), temperature: 0.3, seed: 7)
    let heard = AsyncStream.makeStream(of: ModelEvent.self)
    let (answer, transport) = try await Self.ask(
      [Self.refusal(words, parameter: parameter), PlainStream.good], request: request
    ) { heard.continuation.yield($0) }
    #expect(answer.text == "Good day")
    let bodies = transport.requests.compactMap {
      JSONValue.document(String(decoding: $0.body, as: UTF8.self))
    }
    #expect(bodies.map { $0[key] != nil } == [true, false])
    // Nothing else is lost, and the person hears of it.
    #expect(bodies.first?.object?.count == bodies.last?.object.map { $0.count + 1 })
    var events = heard.stream.makeAsyncIterator()
    guard case .retry(_, let reason) = await events.next() else {
      Issue.record("nothing was said")
      return
    }
    #expect(reason.contains("without '\(key)'"))
  }

  /// A form that is refused is asked for loosely, and given up only then.
  @Test(arguments: [
    ("response_format type json_schema is not available", "response_format"),
    ("json_schema is unsupported by this engine", nil),
    ("Invalid schema for response_format 'sum': 'required' is missing", nil),
  ])
  func aFormIsLoosenedBeforeItIsGivenUp(words: String, parameter: String?) async throws {
    let request = ModelRequest(
      messages: [.user("hello")], format: AnswerFormat(name: "sum", schema: ["type": "object"]))
    let no = Self.refusal(words, parameter: parameter)
    let (_, transport) = try await Self.ask(
      [no, Self.refusal("response_format is not supported"), PlainStream.good], request: request)
    let forms = transport.requests.map { request in
      JSONValue.document(String(decoding: request.body, as: UTF8.self))?["response_format"]
    }
    #expect(forms.map { $0?["type"] } == ["json_schema", "json_object", nil])
    #expect(forms[1]?["schema"] == ["type": "object"])
  }

  @Test(arguments: [
    "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
    "Unknown parameter: max_tokens",
  ])
  func theLimitOfTheAnswerHasAnotherName(words: String) async throws {
    let (answer, transport) = try await Self.ask([
      Self.refusal(words, parameter: "max_tokens"), PlainStream.good,
    ])
    #expect(answer.text == "Good day")
    let last = transport.requests.last.map { String(decoding: $0.body, as: UTF8.self) } ?? ""
    #expect(last.contains(#""max_completion_tokens":4096"#) && !last.contains(#""max_tokens""#))
  }

  @Test(arguments: [
    "max_tokens is too large: 8192. This model supports at most 4096 tokens",
    "The model 'm' does not exist", "Your temperature is nice, the prompt is too long",
  ])
  func anythingElseIsRefusedOnce(words: String) async throws {
    let (error, requests) = try await Self.failure([Self.refusal(words), PlainStream.good])
    #expect(error.code == .refused)
    #expect(error.detail.contains(words))
    #expect(requests == 1)
  }

  @Test func whatAServerRefusedIsNotTriedAgain() async throws {
    let transport = RecordedTransport([
      Self.refusal("unknown argument stream_options"), PlainStream.good, PlainStream.good,
    ])
    let settings = ModelSettings(
      name: ModelName(provider: "test", model: "m"),
      provider: ProviderSettings(name: "test", wire: .openai, baseAddress: "http://127.0.0.1:1"),
      allowsUnpriced: true)
    let gates = ProviderGates()
    for _ in 1...2 {
      let model = ProviderModel(
        settings: settings, budget: BudgetLedger(), transport: transport, gates: gates)
      _ = try await model.respond(to: ModelRequest(messages: [.user("hello")]))
    }
    #expect(transport.requests.count == 3)
  }

  // Failures say what the server PlainStream.said

  @Test(arguments: [
    (#"{"error":{"message":"out of memory","code":500}}"#, "out of memory"),
    (#"{"error":"the worker died"}"#, "the worker died"),
    (#"{"object":"error","error":{"message":"lost","type":"server_error"}}"#, "lost"),
  ])
  func anErrorInTheMiddle(event: String, words: String) async throws {
    let (error, requests) = try await Self.failure([.init(text: PlainStream.said + "data: \(event)\n\n")])
    #expect(error.code == .unavailable)
    #expect(error.detail.contains(words))
    #expect(requests == 1)
  }

  @Test(arguments: [#"{"message":"backend lost"}"#, "backend lost"])
  func anEventNamedError(data: String) async throws {
    let (error, _) = try await Self.failure([
      .init(text: PlainStream.said + "event: error\ndata: \(data)\n\n")
    ])
    #expect(error.detail.contains("backend lost"))
  }

  /// An error before the first word has cost nothing, and is asked again; a refusal is not.
  @Test func anErrorBeforeTheFirstWord() async throws {
    let busy = RecordedTransport.Answer(text: #"data: {"error":{"message":"busy","code":503}}"# + "\n\n")
    #expect(try await Self.ask([busy, PlainStream.good]).0.text == "Good day")
    let long = RecordedTransport.Answer(
      text: #"data: {"error":{"message":"the context is too long","type":"invalid_request_error"}}"# + "\n\n")
    let (error, requests) = try await Self.failure([long])
    #expect(error.code == .refused && requests == 1)
  }

  @Test(arguments: [
    (
      WireKind.anthropic,
      #"event: error"# + "\n"
        + #"data: {"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}"# + "\n\n"
    ),
    (WireKind.ollama, #"{"error":"the runner stopped: Overloaded"}"# + "\n"),
  ])
  func anErrorOfOtherProtocols(wire: WireKind, body: String) async throws {
    let (error, requests) = try await Self.failure([.init(text: body)], wire: wire)
    #expect(error.code == .unavailable)
    #expect(error.detail.contains("Overloaded"))
    #expect(requests == 2)
  }

  @Test func ollamaOnlyLoadedTheModel() async throws {
    let loaded = RecordedTransport.Answer(
      text: #"{"message":{"content":""},"done":true,"done_reason":"load"}"# + "\n")
    let answered = RecordedTransport.Answer(
      text: #"{"message":{"content":"Good day"},"done":true,"done_reason":"stop"}"# + "\n")
    #expect(try await Self.ask([loaded, answered], wire: .ollama).0.text == "Good day")
  }

  @Test func aPageIsNoAnswer() async throws {
    let page = RecordedTransport.Answer(
      type: "text/html; charset=utf-8", text: "\n<!doctype html><title>Log in</title><p>…</p>")
    let (error, _) = try await Self.failure([page])
    #expect(error.code == .malformed)
    #expect(error.detail.contains("text/html") && error.detail.contains("Log in"))
  }

  @Test func whatIsNoStreamIsQuoted() async throws {
    let (error, _) = try await Self.failure([.init(type: "text/plain", text: "hello from nginx")])
    #expect(error.detail.contains("text/plain") && error.detail.contains("hello from nginx"))
  }

  @Test func aRefusalHasItsWords() async throws {
    let body =
      #"data: {"choices":[{"delta":{"refusal":"I will "}}]}"# + "\n\n"
      + #"data: {"choices":[{"delta":{"refusal":"not do that"},"finish_reason":"stop"}]}"# + "\n\n"
    let (error, _) = try await Self.failure([.init(text: body)])
    #expect(error.code == .filtered)
    #expect(error.detail.contains("I will not do that"))
  }

  @Test func anAnswerThatBreaksOffIsNone() async throws {
    let (error, requests) = try await Self.failure([.init(text: PlainStream.said)])
    #expect(error.code == .broken && requests == 1)
  }

  // Too many requests

  @Test(arguments: [
    (429, #"{"error":{"message":"quota","code":"insufficient_quota"}}"#, 1),
    (402, #"{"error":{"message":"Insufficient credits"}}"#, 1),
    (429, #"{"error":{"message":"slow down","type":"tokens"}}"#, 2),
    (429, "", 2),
    (
      429,
      #"[{"error":{"code":429,"status":"RESOURCE_EXHAUSTED","message":"slow","details":[{"retryDelay":"0.01s"}]}}]"#,
      2
    ),
    (429, #"{"error":{"message":"slow","details":[{"retryDelay":"3600s"}]}}"#, 1),
  ])
  func quotaAndRate(status: Int, body: String, requests: Int) async throws {
    let answer = RecordedTransport.Answer(status: status, type: "application/json", text: body)
    let (error, asked) = try await Self.failure([answer])
    #expect(error.code == .limited)
    #expect(asked == requests)
  }
}
