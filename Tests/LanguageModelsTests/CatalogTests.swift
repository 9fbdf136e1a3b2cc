import Basics
import CurlHTTP
import Testing

@testable import LanguageModels

/// The providers that ship, and prices that a person brings.
struct CatalogTests {
  @Test func everyProviderIsSound() throws {
    let catalog = try ModelCatalog()
    #expect(Set(catalog.providers.map(\.name)).count == catalog.providers.count)
    for name in [
      "openai", "openai-responses", "anthropic", "gemini", "azure", "bedrock", "vertex", "openrouter", "groq",
      "mistral", "deepseek", "litellm", "vllm", "llamacpp", "lmstudio", "ollama",
    ] {
      let provider = try #require(catalog.provider(name))
      let filled = try provider.baseAddress.filled([
        "AZURE_OPENAI_ENDPOINT": "https://x.openai.azure.com/", "GOOGLE_CLOUD_PROJECT": "p",
      ])
      #expect(filled.hasPrefix("http") && !filled.contains("$") && !filled.hasSuffix("/"))
    }
    // A price is of a provider that is there, on a day.
    for model in catalog.models {
      #expect(catalog.provider(model.name.provider) != nil)
      #expect(model.date.count == 10)
    }
  }

  @Test func anAddressIsFilledFromTheEnvironment() throws {
    let template = AddressTemplate("https://${A|B:-c}.example/${D}/{model}?v=${E:-1}")
    #expect(try template.filled(["B": "b/", "D": "d"]) == "https://b.example/d/{model}?v=1")
    #expect(try template.filled(["A": "", "D": "d", "E": "2"]) == "https://c.example/d/{model}?v=2")
    let missing = #expect(throws: AddressTemplate.Missing.self) { try template.filled([:]) }
    #expect(missing?.variable == "D")
  }

  @Test func azureHasItsDeploymentInThePath() throws {
    let provider = try #require(try ModelCatalog().provider("azure"))
    let base = try provider.baseAddress.filled(["AZURE_OPENAI_ENDPOINT": "https://x.openai.azure.com"])
    let settings = ProviderSettings(
      name: "azure", wire: .openai, baseAddress: base, key: APIKey("k"), keyHeader: provider.keyHeader,
      limitParameter: provider.limitParameter)
    #expect(
      settings.address("/chat/completions", model: "my gpt")
        == "https://x.openai.azure.com/openai/deployments/my%20gpt/chat/completions?api-version=2024-10-21")
    #expect(settings.headers(APIKey("k")).map(\.name) == ["api-key"])
    #expect(settings.limitParameter == "max_completion_tokens")
  }

  @Test func aPathWithAQueryGoesBeforeThatOfTheBase() {
    let settings = ProviderSettings(name: "x", wire: .gemini, baseAddress: "https://x.example/v1?key=1")
    #expect(
      settings.address("/models/m:streamGenerateContent?alt=sse")
        == "https://x.example/v1/models/m:streamGenerateContent?alt=sse&key=1")
  }

  @Test func whoIsMeantByTheEnvironment() throws {
    let catalog = try ModelCatalog()
    func signs(_ environment: [String: String]) -> [String] {
      catalog.providers.filter { $0.sign(environment) != nil }.map(\.name)
    }
    #expect(signs([:]) == [])
    #expect(signs(["LITELLM_BASE_URL": "http://gateway:4000"]) == ["litellm"])
    #expect(signs(["OPENAI_BASE_URL": "http://127.0.0.1:8000/v1"]) == ["openai"])
    #expect(signs(["GOOGLE_API_KEY": "k"]) == ["gemini"])
    // Keys that are there for other things mean nobody.
    #expect(signs(["AWS_ACCESS_KEY_ID": "a", "AZURE_OPENAI_API_KEY": "k"]) == [])
    #expect(signs(["OPENAI_API_KEY": "k", "ANTHROPIC_API_KEY": "k"]) == ["anthropic", "openai"])
  }

  @Test func pricesAreImported() throws {
    let list: JSONValue = [
      "sample_spec": ["litellm_provider": "one of", "input_cost_per_token": 0, "mode": "chat"],
      "gpt-9": [
        "litellm_provider": "openai", "mode": "chat", "input_cost_per_token": .number(1.25e-06),
        "output_cost_per_token": .number(1e-05), "cache_read_input_token_cost": .number(1.25e-07),
        "max_input_tokens": 400_000,
      ],
      "azure/gpt-9": [
        "litellm_provider": "azure", "mode": "chat", "input_cost_per_token": .number(2e-06),
        "output_cost_per_token": .number(8e-06),
      ],
      "gemini/g": [
        "litellm_provider": "gemini", "input_cost_per_token": .number(1e-06),
        "output_cost_per_token": .number(2e-06), "max_input_tokens": 1_000_000,
        "input_cost_per_token_above_200k_tokens": .number(3e-06),
      ],
      "picture": [
        "litellm_provider": "openai", "mode": "image_generation", "input_cost_per_token": 0,
        "output_cost_per_token": 0,
      ],
      "odd": ["litellm_provider": "openai", "input_cost_per_token": -1, "output_cost_per_token": 0],
      "unpriced": ["litellm_provider": "openai", "mode": "chat"],
    ]
    let imported = try ImportedModels(list, providers: try ModelCatalog().providers, date: "2026-01-31")
    #expect(imported.models.map(\.name.description) == ["openai/gpt-9", "azure/gpt-9", "gemini/g"])
    #expect(imported.leftOut == 4)
    #expect(imported.models.first?.price == ModelPrice(input: 1.25, output: 10, cachedInput: 0.125))
    // Longer prompts cost more: they are not sent at the price of short ones.
    #expect(imported.models.map(\.contextLength) == [400_000, nil, 200_000])
    let folder = try #require(TemporaryFile(imported.table))
    let read = try ImportedModels.read(folder.path)
    #expect(read == imported.models)
    let catalog = try ModelCatalog(imported: read)
    #expect(
      catalog.model(ModelName(provider: "openai", model: "gpt-9"), isLocal: false)?.date == "2026-01-31")
    #expect(try ImportedModels.read("/nowhere/at-all.csv").isEmpty)
    #expect(throws: ModelError.self) { try ImportedModels([:], providers: [], date: "") }
  }

  @Test func keysComeFromACommand() async throws {
    let counter = try #require(TemporaryFile(""))
    let environment = ["PATH": "/usr/bin:/bin"]
    let command = KeyCommand(
      words: ["sh", "-c", "echo x >> \(counter.path); echo ' secret-key '"], environment: environment)
    let commands = KeyCommands()
    for _ in 1...2 { #expect(try await commands.text(command) == " secret-key ") }
    #expect(try counter.text() == "x\n")
    await commands.forget(command)
    _ = try await commands.text(command)
    #expect(try counter.text() == "x\nx\n")
    for words in [["no-such-program"], ["false"], ["true"]] {
      let failing = KeyCommand(words: words, environment: environment)
      let error = await #expect(throws: ModelError.self) { try await commands.text(failing) }
      #expect(error?.code == .unauthorized)
    }
    #expect(
      AWSCredentials(process: #"{"Version":1,"AccessKeyId":"a","SecretAccessKey":"b"}"#)?.accessKey == "a")
    #expect(AWSCredentials(process: "plain-token") == nil)
  }
}
