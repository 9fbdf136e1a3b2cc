import Basics
import LanguageModels
import ScriptedServer
import Testing

/// The three protocols against a server on loopback, streamed and whole.
struct ProtocolTests {
  private static func model(_ server: ScriptedServer, _ wire: WireKind, _ ledger: BudgetLedger)
    -> ProviderModel
  {
    let address = wire == .openai ? "\(server.address)/v1" : server.address
    let provider = ProviderSettings(name: "test", wire: wire, baseAddress: address, key: APIKey("k"))
    let settings = ModelSettings(
      name: ModelName(provider: "test", model: "m"), provider: provider,
      price: ModelPrice(input: 1, output: 1))
    return ProviderModel(settings: settings, budget: ledger, gates: ProviderGates())
  }

  @Test(arguments: [WireKind.openai, .anthropic, .ollama], [true, false]) func textArrives(
    wire: WireKind, isStreamed: Bool
  )
    async throws
  {
    let server = try ScriptedServer([.init(text: "Zonen und Räume: ✓")])
    let ledger = BudgetLedger()
    let request = ModelRequest(system: "s", messages: [.user("hello")], streams: isStreamed)
    let response = try await Self.model(server, wire, ledger).respond(to: request)
    #expect(response.text == "Zonen und Räume: ✓")
    #expect(response.finish == .stop)
    #expect(response.usage.input == 100 && response.usage.output == 20)
    #expect(ledger.spent.tokens == 120)
  }

  @Test(arguments: [WireKind.openai, .anthropic], [true, false]) func toolsAreCalled(
    wire: WireKind, isStreamed: Bool
  ) async throws {
    let server = try ScriptedServer([.init(tool: ("price", #"{"code":"x"}"#))])
    let tool = ModelTool(name: "price", description: "d", parameters: ["type": "object"])
    let request = ModelRequest(messages: [.user("hello")], tools: [tool], streams: isStreamed)
    let response = try await Self.model(server, wire, BudgetLedger()).respond(to: request)
    #expect(response.finish == .toolCalls)
    #expect(response.toolCalls.map(\.name) == ["price"])
    #expect(JSONValue.document(response.toolCalls.first?.arguments ?? "") == ["code": "x"])
  }

  /// Anthropic has no form of its own: the answer is the input of a tool that stands for it.
  @Test func aFormIsAToolOfAnthropics() async throws {
    let server = try ScriptedServer([.init(tool: ("sum", #"{"n":3}"#))])
    let format = AnswerFormat(name: "sum", schema: ["type": "object"])
    let response = try await Self.model(server, .anthropic, BudgetLedger()).respond(
      to: ModelRequest(messages: [.user("hello")], format: format))
    #expect(response.text == #"{"n":3}"#)
    #expect(response.toolCalls.isEmpty)
    #expect(response.finish == .stop)
  }

  @Test func aPieceIsHeardBeforeTheAnswerIsWhole() async throws {
    let server = try ScriptedServer([
      .init(fault: .stall(milliseconds: 200)), .init(text: "one two three four five"),
    ])
    let heard = AsyncStream.makeStream(of: ModelEvent.self)
    let model = Self.model(server, .openai, BudgetLedger())
    let call = Task {
      try await model.respond(to: ModelRequest(messages: [.user("hello")])) { heard.continuation.yield($0) }
    }
    var events = heard.stream.makeAsyncIterator()
    let first = await events.next()
    #expect(first == .text("one "))
    _ = await call.result
  }
}
