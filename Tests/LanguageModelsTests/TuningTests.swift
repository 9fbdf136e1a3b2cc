import Basics
import Testing

@testable import LanguageModels

/// What is asked besides the conversation.
struct TuningTests {
  private static func body(_ wire: WireKind, _ tuning: ModelTuning, format: AnswerFormat? = nil) -> JSONValue
  {
    let settings = ModelSettings(
      name: ModelName(provider: "p", model: "m"),
      provider: ProviderSettings(name: "p", wire: wire, baseAddress: "http://localhost"))
    let request = ModelRequest(
      messages: [.user("hello")], format: format, temperature: 0.5, maximumTokens: 8192, tuning: tuning)
    return tuning.applied(to: wire.wire.body(request, settings: settings))
  }

  @Test func effortInEachProtocol() {
    let tuning = ModelTuning(effort: .low, serviceTier: "flex")
    #expect(Self.body(.openai, tuning)["reasoning_effort"] == "low")
    #expect(Self.body(.openai, tuning)["service_tier"] == "flex")
    #expect(Self.body(.responses, tuning)["reasoning"] == ["effort": "low"])
    #expect(
      Self.body(.gemini, tuning)["generationConfig"]?["thinkingConfig"] == ["thinkingBudget": 1024])
    #expect(Self.body(.ollama, tuning)["think"] == true)
    let anthropic = Self.body(.anthropic, tuning)
    #expect(anthropic["thinking"] == ["type": "enabled", "budget_tokens": 1024])
    #expect(anthropic["temperature"] == nil)
    // A form is a tool that has to be called, which what thinks may not be made to.
    let form = AnswerFormat(name: "sum", schema: ["type": "object"])
    #expect(Self.body(.anthropic, tuning, format: form)["thinking"] == nil)
    #expect(
      Self.body(.gemini, ModelTuning(thinkingTokens: 0))["generationConfig"]?["thinkingConfig"]?[
        "thinkingBudget"] == 0)
  }

  @Test func nothingIsSaidWhereNothingIsSet() {
    for wire in WireKind.allCases {
      let words = Self.body(wire, ModelTuning()).compact
      #expect(!words.contains("think") && !words.contains("effort") && !words.contains("tier"))
    }
  }

  @Test func extraMembersGoIn() {
    let extra = [
      JSONMember("top_k", value: 5), JSONMember("options", value: ["num_gpu": 1, "num_ctx": 10]),
    ]
    let body = Self.body(.ollama, ModelTuning(extraBody: extra))
    #expect(body["top_k"] == 5)
    #expect(body["options"]?["num_gpu"] == 1)
    #expect(body["options"]?["num_ctx"] == 10)
    #expect(body["options"]?["num_predict"] == 8192)
  }

  /// An answer that was thought about more is another answer.
  @Test func theKeyOfAnAnswerKnowsIt() {
    let name = ModelName(provider: "p", model: "m")
    func key(_ tuning: ModelTuning) -> String {
      AnswerKey.key(ModelRequest(messages: [.user("x")], tuning: tuning), model: name)
    }
    let tunings = [
      ModelTuning(), ModelTuning(effort: .low), ModelTuning(effort: .high), ModelTuning(thinkingTokens: 1024),
      ModelTuning(extraBody: [JSONMember("top_k", value: 5)]),
    ]
    #expect(Set(tunings.map(key)).count == tunings.count)
  }

  @Test(arguments: [(100, 100, 4096), (40_000, 100, 16_384), (40_000, 8192, 32_768)])
  func ollamaSetsAsideWhatIsNeeded(bytes: Int, answer: Int, context: Int) {
    let settings = ModelSettings(
      name: ModelName(provider: "p", model: "m"),
      provider: ProviderSettings(name: "p", wire: .ollama, baseAddress: "http://localhost"))
    let request = ModelRequest(
      messages: [.user(String(repeating: "x", count: bytes))], maximumTokens: answer)
    #expect(WireKind.ollama.wire.body(request, settings: settings)["options"]?["num_ctx"]?.integer == context)
  }
}
