import Records
import Basics
import Consultation
import Services
import Foundation
import JSONSchema
import LanguageModels
import Reporting
import ScriptedServer
import Store
import Synchronization
import Testing
import Vocabulary

/// Whole runs that a language model answers.
struct ModelRunTests {
  @Test func aRunByAModelSaysSoAndReplays() async throws {
    try await ModelPlace.with { place in
      let report = try await place.ask().report
      #expect(
        report.experts.allSatisfy { $0.model == "openai/scripted" && $0.reason == "OPENAI_API_KEY is set" })
      #expect(report.brief.requirements.first?.status == .met)
      #expect(report.usage.calls == place.server.bodies.count)
      #expect(report.usage.unpricedCalls == report.usage.calls)
      let schema = try String(contentsOfFile: "\(ModelPlace.root)/docs/report.schema.json", encoding: .utf8)
      let document = try JSONValue(parsing: report.json())
      #expect(JSONSchema(try JSONValue(parsing: schema)).violations(in: document).isEmpty)
      #expect(try await RunService.reading(place.store).replay(report.run).identical)
    }
  }

  /// A model that answers a change with a configuration of its own has changed what nobody asked for.
  @Test func aModelMayNotChangeMoreThanTheRequestNames() async throws {
    try await ModelPlace.with { place in
      let infra = "\(place.folder)/infra"
      try FileManager.default.createDirectory(atPath: infra, withIntermediateDirectories: true)
      try Data("resource \"aws_sqs_queue\" \"work\" {\n  name = \"work\"\n}\n".utf8).write(
        to: URL(filePath: "\(infra)/queue.tf"))
      let answer = try await place.ask(
        request: "raise the visibility timeout of the queue to 60 seconds", base: infra)
      let lines = answer.report.brief.requirements
      #expect(lines.map(\.kind) == [.property, .unchanged])
      #expect(lines.map(\.status) == [.unmet, .unmet])
      #expect(lines.last?.reason.contains("was added") == true)
      #expect(answer.report.exitStatus != .done)
      let queue = try String(contentsOfFile: "\(answer.folder)/infrastructure/queue.tf", encoding: .utf8)
      #expect(queue == "resource \"aws_sqs_queue\" \"work\" {\n  name = \"work\"\n}\n")
      #expect(
        place.server.bodies.contains {
          $0.contains("infrastructure/queue.tf")
        })
    }
  }

  @Test func theKeyIsInNothingThatIsWritten() async throws {
    try await ModelPlace.with { place in
      _ = try await place.ask(ModelRunOptions(record: "\(place.folder)/tape", allowsUnpriced: true))
      let files = try #require(FileManager.default.subpaths(atPath: place.folder))
      #expect(files.contains("tape") && files.contains("consilium.db"))
      for file in files {
        let data = FileManager.default.contents(atPath: "\(place.folder)/\(file)") ?? Data()
        #expect(data.firstRange(of: Data(ModelPlace.key.utf8)) == nil, "\(file) holds the key")
      }
    }
  }

  @Test func theBudgetEndsARunThatKeepsWhatItHas() async throws {
    try await ModelPlace.with { place in
      // A brief and two of four drafts.
      let report = try await place.ask(crew: { $0.replacing("calls: 60", with: "calls: 3") }).report
      #expect(report.exitStatus == .budget)
      #expect(report.usage.calls == 3)
      #expect(place.server.bodies.count == 3)
      #expect(report.usage.exceeded?.contains("3 calls") == true)
      #expect(report.drafts.count == 2)
      #expect(try report.markdown().contains("The budget ended before the work."))
      #expect(try await RunService.reading(place.store).replay(report.run).identical)
    }
  }

  @Test func aBudgetThatAllowsNothingSaysSo() async throws {
    try await ModelPlace.with { place in
      let error = await #expect(throws: ModelError.self) {
        try await place.ask(crew: { $0.replacing("tokens: 400000", with: "tokens: 100") })
      }
      #expect(error?.code == .budget)
      #expect(place.server.bodies.isEmpty)
      let second = await #expect(throws: ConsultationError.self) {
        try await place.ask(output: "other", crew: { $0.replacing("calls: 60", with: "calls: 1") })
      }
      #expect(second?.code == .budget)
    }
  }

  @Test func aModelWithoutAPriceIsRefused() async throws {
    try await ModelPlace.with { place in
      let error = await #expect(throws: ModelError.self) { try await place.ask(ModelRunOptions()) }
      #expect(error?.code == .unpriced)
      let stated = "\nmodels:\n  openai/scripted:\n    price: {input: 2, output: 8}\n"
      let report = try await place.ask(ModelRunOptions(), output: "priced", crew: { $0 + stated }).report
      #expect(report.usage.unpricedCalls == nil)
      #expect(report.usage.usd > 0)
    }
  }

  @Test func aCachedRunAsksNothing() async throws {
    try await ModelPlace.with { place in
      let first = try await place.ask()
      let asked = place.server.bodies.count
      let second = try await place.ask(
        ModelRunOptions(cache: .only, allowsUnpriced: true), output: "cached")
      #expect(place.server.bodies.count == asked)
      #expect(second.report.usage.calls == 0)
      #expect(second.report.artifacts.map(\.sha256) == first.report.artifacts.map(\.sha256))
      _ = try await place.ask(ModelRunOptions(cache: .off, allowsUnpriced: true), output: "anew")
      #expect(place.server.bodies.count == asked * 2)
    }
  }

  @Test func aCassetteIsPlayedWithoutServerOrKey() async throws {
    try await ModelPlace.with { place in
      let tape = "\(place.folder)/tape"
      let first = try await place.ask(ModelRunOptions(cache: .off, record: tape, allowsUnpriced: true))
      place.server.stop()
      var elsewhere = place
      elsewhere.environment["OPENAI_API_KEY"] = nil
      elsewhere.environment["OPENAI_BASE_URL"] = nil
      let second = try await elsewhere.ask(ModelRunOptions(cache: .off, replay: tape), output: "played")
      #expect(second.report.artifacts.map(\.sha256) == first.report.artifacts.map(\.sha256))
      #expect(second.report.experts.allSatisfy { $0.model == "openai/scripted" })
      let prompt = "\(place.folder)/prompts/steps/brief.md"
      let words = try String(contentsOfFile: prompt, encoding: .utf8)
      try Data((words + "\nOne more line.\n").utf8).write(to: URL(filePath: prompt))
      let error = await #expect(throws: ModelError.self) {
        try await elsewhere.ask(ModelRunOptions(cache: .off, replay: tape), output: "changed")
      }
      #expect(error?.code == .notRecorded)
    }
  }

  /// What was asked before the run was cut off comes from the journal, call by call, also without the cache.
  /// An agent that may search the memory may do so after it, too: without the tool its questions would be others.
  @Test(arguments: [false, true]) func aRunThatIsTakenUpAgainPaysNothingTwice(remembers: Bool) async throws {
    try await ModelPlace.with { place in
      let options = ModelRunOptions(cache: remembers ? .use : .off, allowsUnpriced: true)
      let whole = try await place.ask(options) { crew in
        remembers
          ? crew.replacing("tools: [resource_schema", with: "tools: [search_memory, resource_schema") : crew
      }
      let asked = place.server.bodies.count
      let store = try Store(path: place.store)
      var record = try await store.run(whole.report.run)
      record.status = .running
      record.folder = nil
      let cut = try Store(path: "\(place.folder)/cut.db")
      try await cut.begin(record)
      let steps = try await store.steps(run: record.id)
      for step in steps where step.key == "setup" || step.key.hasPrefix("call/") {
        try await cut.record(step, run: record.id)
      }
      try FileManager.default.removeItem(atPath: whole.folder)
      let resumed = try await RunService(installation: place.installation, storeFile: cut.path).resume(
        record.id, crewFile: "\(place.folder)/agents.yaml")
      #expect(place.server.bodies.count == asked)
      #expect(resumed.report.usage.calls == whole.report.usage.calls)
      #expect(resumed.report.artifacts.map(\.sha256) == whole.report.artifacts.map(\.sha256))
    }
  }

  @Test func aModelThatFailsIsNeverReplacedByTheHandbook() async throws {
    try await ModelPlace.with { place in
      place.server.script([.init(fault: .status(401))])
      let error = await #expect(throws: ModelError.self) { try await place.ask() }
      #expect(error?.code == .unauthorized)
      #expect(!FileManager.default.fileExists(atPath: "\(place.folder)/bundle/report.md"))
    }
  }

  @Test func aFailedAgentLeavesTheDebateToTheRest() async throws {
    try await ModelPlace.with { place in
      place.server.script(
        [.init(match: "Draft the whole", times: 1, fault: .contentFilter)] + ModelPlace.rules)
      let report = try await place.ask().report
      #expect(report.drafts.count == 3)
      #expect(report.steps.contains { $0.status == "failed" && $0.detail.contains("content filter") })
    }
  }
}

/// Models that cannot do it.
struct PoorModelTests {
  @Test(arguments: ["I would use a bucket.", "```hcl\n# main.tf\nresource \"aws_s3_buckets\" {\n```"])
  func draftsThatFailTheChecksAreRefusedAndReported(draft: String) async throws {
    try await ModelPlace.with { place in
      place.server.script([.init(match: "Draft the whole", text: draft)] + ModelPlace.rules)
      let report = try await place.ask(ModelRunOptions(allowsUnpriced: true)).report
      #expect(report.exitStatus == .refused)
      #expect(report.validation.contains { $0.status == .failed })
      #expect(report.verdict.confidence < 0.3)
      #expect(try report.markdown().contains("failed"))
      // What failed is no fact for a later run that asks for the same.
      place.server.script(ModelPlace.rules)
      let later = try await place.ask(
        ModelRunOptions(allowsUnpriced: true), output: "later",
        request: "a private S3 bucket named reports in eu-west-1, please")
      #expect(later.report.remembered?.isEmpty ?? true)
    }
  }
}
