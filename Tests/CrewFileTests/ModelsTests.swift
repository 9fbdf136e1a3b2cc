import Basics
import CrewFile
import Testing

/// The `models:` block: strict keys, each mistake with its place.
struct ModelsTests {
  private static let agent = "agents:\n  a:\n    role: r\n    goal: g\n    backstory: b\n"

  private static func models(_ block: String) throws -> [ModelDefinition] {
    try CrewFile.load(agent + "models:\n" + block, file: "agents.yaml", prompts: []).models
  }

  @Test func everythingIsRead() throws {
    let block = """
        lab/big:
          api: anthropic
          base_url: https://lab.example/v1
          api_key_env: LAB_KEY
          api_key_header: api-key
          headers: {x-team: $TEAM}
          price: {input: 1.5, output: 6, cached_input: 0.2}
          allow_unpriced: true
          context_length: 32000
          max_tokens: 2000
          temperature: 0.3
          seed: 7
          structured_output: json_object
          rpm: 60
          tpm: 90000
          concurrency: 4
          attempts: 2
          timeouts: {connect: 1, first_byte: 2.5, idle: 3, total: 4}
      """
    let model = try #require(try Self.models(block).first)
    #expect(model.name == "lab/big" && model.api == .anthropic && model.keyVariable == "LAB_KEY")
    #expect(model.headers == [ModelDefinition.Header(name: "x-team", value: "$TEAM")])
    #expect(model.price == ModelDefinition.Price(input: 1.5, output: 6, cachedInput: 0.2))
    #expect(model.structuredOutput == .jsonObject && model.attempts == 2)
    #expect(model.timeouts == ModelDefinition.Timeouts(connect: 1, firstByte: 2.5, idle: 3, total: 4))
    #expect(model.requestsPerMinute == 60 && model.tokensPerMinute == 90_000 && model.concurrency == 4)
  }

  @Test(arguments: [
    ("  lab:\n    base_ulr: x\n", "agents.yaml:8:5: error: Unknown key"),
    ("  lab:\n    base_url: lab.example\n", "agents.yaml:8:15: error: Wrong value"),
    ("  lab:\n    price: {input: 1}\n", "agents.yaml:8:12: error: Missing price"),
    ("  lab:\n    rpm: 0\n", "agents.yaml:8:10: error: Wrong value"),
    ("  lab:\n    api: grpc\n", "agents.yaml:8:10: error: Wrong value"),
    ("  lab:\n    timeouts: {idle: -1}\n", "error: Wrong value"),
    ("  - lab\n", "agents.yaml:7:3: error: Wrong type"),
  ]) func mistakesAreNamedWithTheirPlace(block: String, message: String) throws {
    let error = #expect(throws: DiagnosticsError.self) { try Self.models(block) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
