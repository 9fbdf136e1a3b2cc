import Basics
import CrewTasks
import Services
import Foundation
import Reporting
import ScriptedServer
import Store
import Testing
import Vocabulary

/// Whole runs of a crew's tasks that a language model answers.
struct TaskRunTests {
  private static let project = "\(ModelPlace.root)/Tests/ServicesTests/Fixtures/crewai-project"
  private static let inputs = ["topic": "queues", "current_year": "2026"]
  private static let rules: [ServerScript.Rule] = [
    .init(match: "thorough research about queues", text: "- SQS\n- RabbitMQ"),
    .init(match: "expand each topic", text: "# Queues\n\nAll of it."),
  ]

  @Test func aProjectOfCrewAIRunsUnchanged() async throws {
    try await ModelPlace.with { place in
      place.server.script(Self.rules)
      let answer = try await Self.run(place, Self.project, inputs: Self.inputs)
      #expect(answer.report.exitStatus == .done)
      #expect(answer.report.crew == "latest_ai")
      #expect(answer.report.result == "# Queues\n\nAll of it.")
      // The second task was given the first one's result, and its year.
      let bodies = place.server.bodies
      #expect(bodies.count == 2 && bodies[1].contains("RabbitMQ") && bodies[0].contains("2026"))
      let files = try FileManager.default.contentsOfDirectory(atPath: answer.folder).sorted()
      #expect(files == ["bundle.json", "tasks.json", "tasks.md", "tasks.svg"])
      let again = try await RunService.reading(place.store).replayTasks(answer.report.run)
      #expect(again.identical)
      #expect(
        try again.files.first { $0.path == "tasks.svg" }?.content
          == String(contentsOfFile: "\(answer.folder)/tasks.svg", encoding: .utf8))
    }
  }

  @Test func everyMissingAndIdleInputIsNamedBeforeAnythingIsAsked() async throws {
    try await ModelPlace.with { place in
      place.server.script(Self.rules)
      let missing = await #expect(throws: DiagnosticsError.self) { try await Self.run(place, Self.project) }
      #expect("\(missing ?? DiagnosticsError([]))".contains("tasks.yaml:8:10: error: An input is missing"))
      let idle = await #expect(throws: DiagnosticsError.self) {
        try await Self.run(
          place, Self.project, inputs: Self.inputs.merging(["topik": "x"]) { first, _ in first })
      }
      #expect("\(idle ?? DiagnosticsError([]))".contains("Did you mean 'topic'?"))
      #expect(place.server.bodies.isEmpty)
      #expect(!FileManager.default.fileExists(atPath: place.store))
    }
  }

  @Test func withoutAModelNothingIsBegun() async throws {
    try await ModelPlace.with { place in
      var offline = place
      offline.environment["OPENAI_API_KEY"] = nil
      let error = await #expect(throws: CrewTasksError.self) {
        try await Self.run(offline, Self.project, inputs: Self.inputs, ModelRunOptions(model: "handbook"))
      }
      #expect(error?.code == .notRunnable)
      #expect(!FileManager.default.fileExists(atPath: place.store))
    }
  }

  @Test func aRunThatWaitsGoesOnWhenAPersonAnswers() async throws {
    try await ModelPlace.with { place in
      place.server.script([.init(match: "shorter, please", text: "# Queues")] + Self.rules)
      let tasks = "\n\ntasks:\n" + Self.ownTasks
      let path = try place.crewFile { $0.replacing("process: debate", with: "process: sequential") + tasks }
      let waiting = try await Self.run(place, path)
      #expect(waiting.report.exitStatus == .changes)
      #expect(waiting.report.tasks.map(\.status) == [.done, .waiting])
      let asked = place.server.bodies.count
      let resuming = RunService(installation: place.installation, storeFile: place.store)
      #expect(try await resuming.find(waiting.report.run).hasTasks)
      let done = try await resuming.resumeTasks(waiting.report.run, crewFile: nil) {
        $0.number == 1 ? "shorter, please" : ""
      }
      #expect(done.report.exitStatus == .done)
      #expect(place.server.bodies.count == asked + 1)
      #expect(
        try String(contentsOfFile: "\(done.folder)/notes/report.md", encoding: .utf8) == "# Queues")
      #expect(done.report.usage.calls == 3)
      #expect(try await RunService.reading(place.store).replayTasks(done.report.run).identical)
    }
  }

  private static let ownTasks = """
      research:
        description: Do a thorough research about queues
        expected_output: A list
        agent: architect
      report:
        description: Please expand each topic
        expected_output: A report
        agent: cost_analyst
        human_input: true
        output_file: notes/report.md

    """

  private static func run(
    _ place: ModelPlace, _ path: String, inputs: [String: String] = [:],
    _ models: ModelRunOptions = ModelRunOptions(allowsUnpriced: true)
  ) async throws -> TaskRunAnswer {
    _ = try TrustService(installation: place.installation).trust(path, variables: [], addresses: [])
    return try await RunService(installation: place.installation, storeFile: place.store).runTasks(
      TaskRunOptions(
        path: path, inputs: inputs, output: "\(place.folder)/results", models: models)
    ) { _ in nil }
  }
}
