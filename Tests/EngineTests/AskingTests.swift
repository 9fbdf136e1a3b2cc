import Basics
import Bundles
import CrewFile
import Engine
import Experts
import Foundation
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

    func ask(
      _ request: String, output: String = "bundle", crew: String? = nil, mode: Request.Mode? = nil
    )
      async throws -> Asking.Answer
    {
      let installation = Installation(
        environment: [
          "HOME": folder, "PATH": "/nonexistent", "XDG_CACHE_HOME": "\(folder)/cache",
          "XDG_STATE_HOME": folder,
          "CONSILIUM_HOME": AskingTests.root,
        ], executable: "/nonexistent/consilium")
      return try await Asking(installation: installation).ask(
        Asking.Options(
          request: Array(request.utf8), crewFile: crew ?? "\(AskingTests.root)/agents.yaml", mode: mode,
          output: "\(folder)/\(output)", storeFile: store))
    }

    var entries: [String] {
      get throws { try FileManager.default.contentsOfDirectory(atPath: folder).sorted() }
    }
  }

  private static func withPlace(_ body: (Place) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "ask-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try FileManager.default.removeItem(at: folder) } catch { Issue.record(error) } }
    try await body(Place(folder: folder.path(percentEncoded: false)))
  }

  private static let webApplication =
    "A web application on AWS in eu-west-1: load balancer, two application servers, a PostgreSQL database with daily backups, under 400 dollars a month"

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
      let replay = try await Replaying(store: Store(path: place.store)).replay(report.run)
      #expect(replay.identical)
      let replayed = try replay.report.json()
      #expect(replayed == bundle.files.first { $0.path == "report.json" }?.content)
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
