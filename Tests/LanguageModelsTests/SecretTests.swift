import Basics
import LanguageModels
import ScriptedServer
import Testing

/// A key is sent and never shown.
struct SecretTests {
  @Test func aKeyIsInNoText() throws {
    let key = try #require(APIKey("sk-very-secret\n"))
    let provider = ProviderSettings(name: "p", wire: .openai, baseAddress: "http://localhost", key: key)
    var dumped = ""
    dump(provider, to: &dumped)
    for text in ["\(key)", String(reflecting: key), "\(provider)", String(reflecting: provider), dumped] {
      #expect(!text.contains("secret"))
    }
  }

  @Test func aProviderThatQuotesTheKeyIsQuotedWithoutIt() async throws {
    let server = try ScriptedServer([.init(fault: .status(401))])
    let key = try #require(APIKey("scripted"))
    let settings = ModelSettings(
      name: ModelName(provider: "p", model: "m"),
      provider: ProviderSettings(name: "p", wire: .openai, baseAddress: server.address, key: key),
      allowsUnpriced: true)
    let model = ProviderModel(settings: settings, budget: BudgetLedger(), gates: ProviderGates())
    let error = await #expect(throws: ModelError.self) {
      try await model.respond(to: ModelRequest(messages: [.user("hello")]))
    }
    #expect(error?.code == .unauthorized)
    #expect(error?.description.contains("scripted") == false)
  }
}
