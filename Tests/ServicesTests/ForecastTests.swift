import Basics
import Foundation
import Reporting
import ScriptedServer
import Services
import Testing
import Vocabulary

/// What a run would cost, and runs that stay within it.
struct ForecastTests {
  private static func priced(input: Double, output: Double) -> (String) -> String {
    { $0 + "\nmodels:\n  openai/scripted:\n    price: {input: \(input), output: \(output)}\n" }
  }

  @Test func everyStepIsThereBeforeAnythingIsAsked() async throws {
    try await ModelPlace.with { place in
      let service = RunService(installation: place.installation, storeFile: place.store)
      let options = AskOptions(
        request: Array(ModelPlace.request.utf8),
        crewFile: try place.crewFile(Self.priced(input: 3, output: 15)))
      let forecast = try await service.forecast(options)
      #expect(forecast.steps.map(\.step) == ["brief", "draft", "objections", "revision", "ballot"])
      #expect(forecast.steps.map(\.calls) == [1, 4, 4, 1, 8])
      #expect(forecast.likelyCalls == 18)
      let likely = try #require(forecast.likelyDollars)
      let most = try #require(forecast.mostDollars)
      #expect(likely > 0 && likely < forecast.dollars && most > likely)
      #expect(place.server.bodies.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: place.store))
      var solo = options
      solo.mode = .solo
      #expect(try await service.forecast(solo).steps.map(\.calls) == [1, 1])
      var handbook = options
      handbook.models = ModelRunOptions(model: "handbook")
      #expect(try await service.forecast(handbook).steps.isEmpty)
    }
  }

  @Test func withoutAPriceThereIsNone() async throws {
    try await ModelPlace.with { place in
      let forecast = try await RunService(installation: place.installation, storeFile: place.store).forecast(
        AskOptions(request: Array(ModelPlace.request.utf8), crewFile: try place.crewFile()))
      #expect(forecast.likelyDollars == nil)
      #expect(forecast.steps.allSatisfy { $0.dollars == nil && $0.calls > 0 })
    }
  }

  /// Several drafts of one model, each asked for at another temperature, decided by evidence.
  @Test func anEnsembleOfOneDrafter() async throws {
    try await ModelPlace.with { place in
      let service = RunService(installation: place.installation, storeFile: place.store)
      let options = AskOptions(
        request: Array(ModelPlace.request.utf8), crewFile: try place.crewFile(), mode: .ensemble, drafts: 3,
        output: "\(place.folder)/bundle", models: ModelRunOptions(allowsUnpriced: true))
      let report = try await service.ask(options).report
      #expect(report.drafts.map(\.label) == ["A", "B", "C"])
      let drafts = place.server.bodies.compactMap(JSONValue.document).filter {
        $0.compact.contains("Draft the whole infrastructure")
      }
      #expect(drafts.count == 3)
      #expect(Set(drafts.map { $0["temperature"]?.double }).count == 3)
      #expect(report.usage.calls == 4)
    }
  }
}
