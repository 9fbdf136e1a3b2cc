import Basics
import LanguageModels
import ScriptedServer
import Testing

/// Budgets against a server on loopback.
struct BudgetTests {
  private static func model(
    _ server: ScriptedServer, price: ModelPrice? = ModelPrice(input: 1, output: 2),
    allowsUnpriced: Bool = false,
    limits: BudgetLimits = BudgetLimits()
  ) -> (model: ProviderModel, ledger: BudgetLedger) {
    let ledger = BudgetLedger(limits)
    let provider = ProviderSettings(name: "test", wire: .openai, baseAddress: "\(server.address)/v1")
    let settings = ModelSettings(
      name: ModelName(provider: "test", model: "m"), provider: provider, price: price,
      allowsUnpriced: allowsUnpriced)
    return (ProviderModel(settings: settings, budget: ledger, gates: ProviderGates()), ledger)
  }

  private static let request = ModelRequest(messages: [.user("hello")], maximumTokens: 100)

  @Test func whatWasUsedIsSettled() async throws {
    let (model, ledger) = Self.model(try ScriptedServer([.init(text: "hi there")]))
    let response = try await model.respond(to: Self.request)
    #expect(response.text == "hi there")
    #expect(ledger.spent == Spending(calls: 1, tokens: 120, dollars: 140.0 / 1_000_000))
  }

  @Test func aCallThatMightPassTheBudgetIsNotMade() async throws {
    let server = try ScriptedServer([.init(text: "hi")])
    for limits in [
      BudgetLimits(dollars: 0.0001), BudgetLimits(tokens: 110), BudgetLimits(calls: 0),
      BudgetLimits(duration: .zero),
    ] {
      let (model, ledger) = Self.model(server, limits: limits)
      let error = await #expect(throws: ModelError.self) { try await model.respond(to: Self.request) }
      #expect(error?.code == .budget)
      #expect(ledger.refusal != nil)
    }
    #expect(server.bodies.isEmpty)
  }

  @Test func callsAtTheSameTimeCannotPassItTogether() async throws {
    let server = try ScriptedServer([.init(text: "hi")])
    let (model, ledger) = Self.model(server, limits: BudgetLimits(tokens: 1000))
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<50 { group.addTask { _ = try? await model.respond(to: Self.request) } }
    }
    #expect(ledger.spent.tokens <= 1000)
    #expect(ledger.spent.calls == server.bodies.count)
    #expect(ledger.spent.calls > 0)
  }

  @Test func anAnswerGetsWhatIsLeftDownToHalfOfItsLength() async throws {
    let server = try ScriptedServer([.init(text: "hi")])
    let (model, ledger) = Self.model(server, limits: BudgetLimits(tokens: 150))
    let heard = AsyncStream.makeStream(of: ModelEvent.self)
    _ = try await model.respond(to: Self.request) { heard.continuation.yield($0) }
    let body = try #require(server.bodies.first.flatMap(JSONValue.document))
    let given = try #require(body["max_tokens"]?.integer)
    #expect(given >= 50 && given < 100)
    var events = heard.stream.makeAsyncIterator()
    guard case .retry(_, let reason) = await events.next() else {
      Issue.record("nothing was said")
      return
    }
    #expect(reason.contains("\(given) of 100 tokens"))
    #expect(ledger.refusal == nil)
  }

  /// Two calls of which only one can be set aside at a time are both made: the second waits for what the first gives back.
  @Test func aCallWaitsForWhatAnotherGivesBack() async throws {
    let server = try ScriptedServer([.init(text: "hi")])
    // Each sets aside some 170 tokens and uses 120.
    let (model, ledger) = Self.model(server, limits: BudgetLimits(tokens: 450))
    let answered = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<3 { group.addTask { (try? await model.respond(to: Self.request)) != nil } }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(answered == 3)
    #expect(ledger.refusal == nil)
    #expect(ledger.spent.tokens == 360)
  }

  @Test func whoWaitsCanBeCancelled() async throws {
    let server = try ScriptedServer([.init(fault: .stall(milliseconds: 20_000))])
    let (model, _) = Self.model(server, limits: BudgetLimits(tokens: 200))
    let first = Task { try await model.respond(to: Self.request) }
    while server.bodies.isEmpty { await Task.yield() }
    let second = Task { try await model.respond(to: Self.request) }
    second.cancel()
    let result = await second.result
    #expect(throws: CancellationError.self) { try result.get() }
    first.cancel()
    _ = await first.result
    #expect(server.bodies.count == 1)
  }

  @Test func aModelWithoutAPriceIsNotFree() async throws {
    let server = try ScriptedServer([.init(text: "hi")])
    let error = await #expect(throws: ModelError.self) {
      try await Self.model(server, price: nil).model.respond(to: Self.request)
    }
    #expect(error?.code == .unpriced)
    let (model, ledger) = Self.model(server, price: nil, allowsUnpriced: true)
    _ = try await model.respond(to: Self.request)
    #expect(ledger.spent.unpricedCalls == 1)
  }

  @Test func anAnswerThatBrokeOffCountsWithAllThatWasReserved() async throws {
    let server = try ScriptedServer([.init(fault: .half), .init(text: "a long enough answer")])
    let (model, ledger) = Self.model(server)
    let error = await #expect(throws: ModelError.self) { try await model.respond(to: Self.request) }
    #expect(error?.code == .broken)
    #expect(ledger.spent.calls == 1)
    #expect(ledger.spent.tokens > 100)
    #expect(server.bodies.count == 1)
  }
}
