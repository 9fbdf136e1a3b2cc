import Records
import TestFolders
import Basics
import Bundles
import Consultation
import CrewFile
import Services
import Experts
import Foundation
import JSONSchema
import Reporting
import Store
import Testing
import Vocabulary

/// The main job in process, with the handbook and without external tools.
struct AskingTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  private struct Place {
    let folder: String
    var store: String { "\(folder)/consilium.db" }

    var installation: Installation {
      Installation(
        environment: [
          "HOME": folder, "PATH": "/nonexistent", "XDG_CACHE_HOME": "\(folder)/cache",
          "XDG_STATE_HOME": folder,
          "CONSILIUM_HOME": AskingTests.root,
        ], executable: "/nonexistent/consilium")
    }

    func ask(
      _ request: String, output: String = "bundle", crew: String? = nil, mode: Request.Mode? = nil
    )
      async throws -> RunAnswer
    {
      return try await RunService(installation: installation, storeFile: store).ask(
        AskOptions(
          request: Array(request.utf8), crewFile: crew ?? "\(AskingTests.root)/agents.yaml", mode: mode,
          output: "\(folder)/\(output)"))
    }

    func resume(_ run: String, store: String, crew: String? = nil) async throws -> RunAnswer {
      try await RunService(installation: installation, storeFile: store).resume(
        run, crewFile: crew ?? "\(AskingTests.root)/agents.yaml")
    }

    var entries: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    }
  }

  private static func withPlace(_ body: (Place) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "ask-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    try await body(Place(folder: folder.path(percentEncoded: false)))
  }

  private static let webApplication =
    "A web application on AWS in eu-west-1: load balancer, two application servers, a PostgreSQL database with daily backups, under 400 dollars a month"

  /// Both prepare for the same folder before either writes; the second one's work is not lost.
  @Test func ofTwoRunsIntoOneFolderOneWinsAndTheOtherIsResumed() async throws {
    try await Self.withPlace { place in
      let ends = await withTaskGroup(of: Result<RunAnswer, any Error>.self) { group in
        for _ in 0..<2 {
          group.addTask {
            do { return .success(try await place.ask("an S3 bucket on AWS in eu-west-1")) } catch {
              return .failure(error)
            }
          }
        }
        return await group.reduce(into: []) { $0.append($1) }
      }
      let winners = ends.compactMap { try? $0.get() }
      let winner = try #require(winners.first)
      let before = try BundleFolder(path: winner.folder).read().manifest
      #expect(winners.count == 1 && before.run == winner.report.run)
      let lost = try #require(try await Store(path: place.store).runs().first { $0.id != winner.report.run })
      #expect(lost.status == .failed)
      await #expect { try await place.resume(lost.id, store: place.store) } throws: {
        ($0 as? BundleError)?.code == .occupied
      }
      #expect(try BundleFolder(path: winner.folder).read().manifest == before)
      try FileManager.default.moveItem(atPath: winner.folder, toPath: "\(place.folder)/kept")
      let answer = try await place.resume(lost.id, store: place.store)
      #expect(try BundleFolder(path: answer.folder).read().manifest.run == lost.id)
    }
  }

  @Test func aRequestBecomesABundleThatReadsBackAndReplays() async throws {
    try await Self.withPlace { place in
      let answer = try await place.ask(Self.webApplication)
      let report = answer.report
      #expect(report.brief.requirements.allSatisfy { $0.status == .met && !$0.evidence.isEmpty })
      #expect(report.brief.constraints.contains { $0.kind == .budget && $0.number == 400 })
      #expect(report.brief.constraints.contains { $0.kind == .region && $0.value == "eu-west-1" })
      #expect(report.price.monthly > 0 && report.price.monthly <= 400)
      #expect(report.experts.allSatisfy { $0.kind == .handbook })
      #expect(report.validation.contains { $0.stage == "validate" && $0.status == .unchecked })
      #expect(Set(report.drafts.map(\.author)).count >= 2)
      let bundle = try BundleFolder(path: answer.folder).read()
      let paths = bundle.files.map(\.path)
      for path in ["infrastructure/versions.tf", "report.md", "report.html", "report.json"] {
        #expect(paths.contains(path))
      }
      let schema = try String(contentsOfFile: "\(Self.root)/docs/report.schema.json", encoding: .utf8)
      let document = try JSONValue(parsing: report.json())
      #expect(JSONSchema(try JSONValue(parsing: schema)).violations(in: document).isEmpty)
      let replay = try await RunService.reading(place.store).replay(report.run)
      #expect(replay.identical)
      let replayed = try replay.report.json()
      #expect(replayed == bundle.files.first { $0.path == "report.json" }?.content)
    }
  }

  @Test func aSimilarRequestIsMadeWithTheFirstInViewAndSaysSo() async throws {
    try await Self.withPlace { place in
      let first = try await place.ask("an SQS queue named jobs with a dead letter queue in eu-west-1")
      let again = try await place.ask(
        "an SQS queue named jobs with a dead letter queue in eu-west-1", output: "again")
      #expect(again.report.remembered == [])
      #expect(again.report.artifacts.map(\.sha256) == first.report.artifacts.map(\.sha256))
      let second = try await place.ask(
        "an SQS queue named mails with a dead letter queue in eu-west-1", output: "second")
      let remembered = try #require(second.report.remembered?.first)
      #expect(Set([first.report.run, again.report.run]).contains(remembered.run))
      #expect(second.report.brief.assumptions.contains { $0.contains("Remembered from \(remembered.run)") })
      #expect(try second.report.markdown().contains("## Remembered"))
      #expect(try await RunService.reading(place.store).replay(second.report.run).identical)
      let difference = try await RunService.reading(place.store).compare(
        first.report.run, with: second.report.run)
      #expect(difference.reason == "The requests are not the same.")
      #expect(
        try await RunService.reading(place.store).compare(first.report.run, with: first.report.run).isEmpty)
    }
  }

  @Test func aRunThatWasCutOffGoesOnWithoutAskingTwice() async throws {
    try await Self.withPlace { place in
      let whole = try await place.ask("an SQS queue named jobs with a dead letter queue in eu-west-1")
      let store = try Store(path: place.store)
      let steps = try await store.steps(run: whole.report.run)
      let record = try await store.run(whole.report.run)
      for kept in [1, steps.count / 2, steps.count - 1] {
        let cut = try Store(path: "\(place.folder)/cut-\(kept).db")
        var open = record
        open.status = .running
        open.folder = nil
        try await cut.begin(open)
        for step in steps.prefix(kept) { try await cut.record(step, run: open.id) }
        try FileManager.default.removeItem(atPath: whole.folder)
        let resumed = try await place.resume(open.id, store: cut.path)
        #expect(resumed.report.artifacts.map(\.sha256) == whole.report.artifacts.map(\.sha256))
        let after = try await cut.steps(run: open.id)
        #expect(Array(after.prefix(kept)) == Array(steps.prefix(kept)))
        #expect(Set(after.map(\.key)) == Set(steps.map(\.key)))
      }
    }
  }

  @Test func anEditedCrewIsNotMixedIntoAnOpenRun() async throws {
    try await Self.withPlace { place in
      let answer = try await place.ask("a private S3 bucket named reports in eu-west-1", mode: .solo)
      let store = try Store(path: place.store)
      try await store.update(run: answer.report.run, status: .failed)
      let shipped = try String(contentsOfFile: "\(Self.root)/agents.yaml", encoding: .utf8)
      let crew = "\(place.folder)/agents.yaml"
      try Data((shipped + "# edited\n").utf8).write(to: URL(filePath: crew))
      try FileManager.default.copyItem(atPath: "\(Self.root)/prompts", toPath: "\(place.folder)/prompts")
      _ = try TrustService(installation: place.installation).trust(crew, variables: [], addresses: [])
      await #expect {
        try await place.resume(answer.report.run, store: place.store, crew: crew)
      } throws: {
        ($0 as? ConsultationError)?.code == .crewChanged
      }
    }
  }

  @Test func theDebateChangesTheDraftThroughEvidence() async throws {
    try await Self.withPlace { place in
      let report = try await place.ask(Self.webApplication).report
      #expect(report.objections.contains { $0.outcome == .resolved && $0.basis.kind == .finding })
      let revised = report.drafts.filter { $0.label.count > 1 }
      #expect(!revised.isEmpty)
      for objection in report.objections where objection.outcome == .resolved {
        let before = report.drafts.first { $0.label == objection.against }
        #expect(before?.findings.contains { $0.id == objection.basis.reference } == true)
        #expect(revised.allSatisfy { !$0.findings.map(\.id).contains(objection.basis.reference) })
      }
    }
  }

  @Test func aTightBudgetIsNegotiated() async throws {
    try await Self.withPlace { place in
      let report = try await place.ask(
        "A highly available web application on AWS in eu-west-1: load balancer, two application servers, a PostgreSQL database, under 140 dollars a month"
      ).report
      let prices = report.objections.filter { $0.basis.kind == .price }
      #expect(!prices.isEmpty)
      #expect(prices.allSatisfy { !$0.answer.isEmpty })
      #expect(report.price.monthly <= 140 || report.verdict.vetoes.contains { $0.by == "cost_analyst" })
    }
  }

  @Test(arguments: [
    ("write me a poem", ExpertErrorCode.notInfrastructure), ("an S3 bucket in eu-west-9", .unknownName),
    ("a highly available database on a single instance without redundancy", .contradiction),
  ])
  func whatCannotBeAnsweredLeavesNothing(request: String, code: ExpertErrorCode) async throws {
    try await Self.withPlace { place in
      await #expect {
        try await place.ask(request)
      } throws: { ($0 as? ExpertError)?.code == code }
      let left = try place.entries
      #expect(left.isEmpty)
    }
  }

  @Test func aWrongCrewOrAFullFolderLeavesNothing() async throws {
    try await Self.withPlace { place in
      let crew = "\(place.folder)/agents.yaml"
      try Data("agents:\n  a:\n    role: R\n".utf8).write(to: URL(filePath: crew))
      try FileManager.default.createDirectory(
        atPath: "\(place.folder)/prompts", withIntermediateDirectories: true)
      await #expect {
        try await place.ask("an S3 bucket", crew: crew)
      } throws: { "\($0)".contains("agents.yaml:2:3: error:") }
      try Data().write(to: URL(filePath: "\(place.folder)/prompts/x.txt"))
      await #expect {
        try await place.ask("an S3 bucket", output: "prompts")
      } throws: { ($0 as? BundleError)?.code == .occupied }
      let left = try place.entries
      #expect(left == ["agents.yaml", "prompts"])
    }
  }

  @Test func aModelThatCannotBeHadIsSaidAndNeverReplaced() async throws {
    try await Self.withPlace { place in
      let shipped = try String(contentsOfFile: "\(Self.root)/agents.yaml", encoding: .utf8)
      let crew = "\(place.folder)/agents.yaml"
      let text = shipped.replacing(
        "    priority: cost-first", with: "    llm: openai/gpt\n    priority: cost-first")
      try Data(text.utf8).write(to: URL(filePath: crew))
      try FileManager.default.copyItem(atPath: "\(Self.root)/prompts", toPath: "\(place.folder)/prompts")
      _ = try TrustService(installation: place.installation).trust(crew, variables: [], addresses: [])
      await #expect {
        try await place.ask("an S3 bucket", crew: crew)
      } throws: { "\($0)".contains("openai/gpt") }
    }
  }

  @Test(arguments: [Request.Mode.solo, .ensemble])
  func theOtherModesAnswerToo(mode: Request.Mode) async throws {
    try await Self.withPlace { place in
      let report = try await place.ask("a private S3 bucket named reports in eu-west-1", mode: mode).report
      #expect(report.mode == mode)
      #expect(report.objections.isEmpty)
      #expect(report.exitStatus == .done)
    }
  }
}
