import Basics
import Services
import LanguageModels
import ScriptedServer
import Synchronization
import Testing
import Vocabulary

/// Who answers, and why: the flag, the crew file, a key, Ollama, the handbook.
struct ModelChoiceTests {
  /// The experts of a run, as a person is told of them before anything is asked.
  private static func experts(
    _ place: ModelPlace, _ options: ModelRunOptions = ModelRunOptions(), crew: (String) -> String = { $0 }
  ) async throws -> [String: ExpertIdentity] {
    let told = Mutex<[ExpertIdentity]>([])
    let observers = RunObservers(experts: { experts in told.withLock { $0 = experts } })
    place.server.script([])
    do {
      _ = try await place.ask(options, observers: observers, crew: crew)
    } catch is ModelError {
      // The server has no answer here; whom the run would have asked is known by then.
    }
    return Dictionary(told.withLock { $0 }.map { ($0.agent, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private static let llm = ["    priority: cost-first", "    llm: openai/gpt-4o\n    priority: cost-first"]
  private static func crewWithModel(_ text: String) -> String { text.replacing(llm[0], with: llm[1]) }

  @Test func theFlagIsFirst() async throws {
    try await ModelPlace.with { place in
      let experts = try await Self.experts(
        place, ModelRunOptions(model: "openai/gpt-4o-mini"), crew: Self.crewWithModel)
      #expect(experts.values.allSatisfy { $0.model == "openai/gpt-4o-mini" && $0.reason == "--model" })
    }
  }

  @Test func thenTheCrewFileThenAKey() async throws {
    try await ModelPlace.with { place in
      let experts = try await Self.experts(place, crew: Self.crewWithModel)
      #expect(experts["cost_analyst"]?.model == "openai/gpt-4o")
      #expect(experts["cost_analyst"]?.reason == "llm of 'cost_analyst'")
      #expect(experts["architect"]?.reason == "OPENAI_API_KEY is set")
    }
  }

  /// A server of one's own needs no key: its address says that it is meant.
  @Test func anAddressAloneIsEnough() async throws {
    try await ModelPlace.with { place in
      var place = place
      place.environment["OPENAI_API_KEY"] = nil
      let experts = try await Self.experts(place)
      #expect(experts["architect"]?.model == "openai/scripted")
      #expect(experts["architect"]?.reason == "OPENAI_BASE_URL is set")
    }
  }

  @Test func thenAServerOfOllamasThenTheHandbook() async throws {
    try await ModelPlace.with { place in
      var place = place
      place.environment["OPENAI_API_KEY"] = nil
      place.environment["OPENAI_BASE_URL"] = nil
      place.environment["OLLAMA_HOST"] = "127.0.0.1:\(place.server.port)"
      let local = try await Self.experts(place)
      #expect(local["architect"]?.model == "ollama/scripted:latest")
      #expect(local["architect"]?.reason?.contains("Ollama") == true)
      place.server.stop()
      let none = try await Self.experts(place)
      #expect(none.values.allSatisfy { $0.kind == .handbook && $0.reason == "no model is configured" })
    }
  }

  @Test func theHandbookCanBeAskedFor() async throws {
    try await ModelPlace.with { place in
      let experts = try await Self.experts(place, ModelRunOptions(model: "handbook"))
      #expect(experts.values.allSatisfy { $0.kind == .handbook && $0.reason == "--model" })
    }
  }

  @Test(arguments: ["nobody/model", "opena1/gpt-4o", "no-such-model"]) func aModelNobodyHasIsAnError(
    name: String
  ) async throws {
    try await ModelPlace.with { place in
      let error = await #expect(throws: ModelError.self) { try await place.ask(ModelRunOptions(model: name)) }
      #expect(error?.code == .configuration)
      #expect(error?.detail.contains(name) == true)
    }
  }

  @Test func aMissingKeyIsNamed() async throws {
    try await ModelPlace.with { place in
      let error = await #expect(throws: ModelError.self) {
        try await place.ask(ModelRunOptions(model: "anthropic/claude-sonnet-4-5"))
      }
      #expect(error?.code == .unauthorized)
      #expect(error?.detail.contains("ANTHROPIC_API_KEY") == true)
    }
  }

  @Test func theSurveySaysWhatIsReachableAndPriced() async throws {
    try await ModelPlace.with { place in
      let entries = try await ModelSurvey(installation: place.installation, crewFile: try place.crewFile())
        .entries()
      let openai = entries.first { $0.provider == "openai" }
      #expect(openai?.isReachable == true && openai?.key == "set")
      #expect(openai?.models.contains { $0.name == "openai/scripted" && $0.input == nil } == true)
    }
  }

  private static func diagnosis(_ place: ModelPlace) async throws -> Diagnosis.Check {
    let checks = await Diagnosis(installation: place.installation, storeFile: place.store).checks()
    return try #require(checks.first { $0.name == "models" })
  }

  @Test func theDoctorSaysWhoWouldAnswerAndAsksNoProvider() async throws {
    try await ModelPlace.with { place in
      // Whoever asked it would be told that it is not there.
      place.server.stop()
      let other = try await Self.diagnosis(place)
      #expect(
        other.isGood && other.detail.contains("the first model that openai lists at \(place.server.address)"))
      #expect(other.detail.contains("OPENAI_API_KEY is set") && other.detail.contains("`consilium models`"))
      #expect(!other.detail.contains(ModelPlace.key))
      var own = place
      own.environment["OPENAI_BASE_URL"] = nil
      #expect(
        try await Self.diagnosis(own).detail.hasPrefix("openai/gpt-4.1 (OPENAI_API_KEY is set) answers"))
    }
  }

  @Test func theDoctorFindsOllamaAndOtherwiseTheHandbook() async throws {
    try await ModelPlace.with { place in
      var place = place
      place.environment["OPENAI_API_KEY"] = nil
      place.environment["OPENAI_BASE_URL"] = nil
      place.environment["OLLAMA_HOST"] = "127.0.0.1:\(place.server.port)"
      #expect(
        try await Self.diagnosis(place).detail.hasPrefix("ollama/scripted:latest (a server of Ollama's"))
      place.server.stop()
      let none = try await Self.diagnosis(place)
      #expect(none.isGood && none.detail.hasPrefix("the handbook (no model is configured) answers"))
    }
  }
}
