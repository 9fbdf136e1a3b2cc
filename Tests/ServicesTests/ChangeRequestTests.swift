import Reporting
import Basics
import Digests
import Foundation
import Records
import Services
import Store
import TestFolders
import Testing
import Vocabulary

/// A request on what exists, in process, with the handbook and without external tools.
struct ChangeRequestTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  private static let configuration = """
    # Open since 2019; the network team knows.
    resource "aws_security_group_rule" "ssh" {
      type              = "ingress"
      from_port         = 22
      to_port           = 22
      protocol          = "tcp"
      cidr_blocks       = ["0.0.0.0/0"]
      security_group_id = "sg-0123456789abcdef0"
    }

    resource "aws_sqs_queue" "work" {
      name                    = "work"
      sqs_managed_sse_enabled = true
    }

    """

  private func ask(
    _ request: String, on text: String = configuration, _ body: (RunAnswer, String) async throws -> Void
  ) async throws {
    let place = FileManager.default.temporaryDirectory.appending(
      path: "change-\(UInt64.random(in: 0..<UInt64.max))")
    let folder = place.path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: "\(folder)/infra", withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(place) } catch { Issue.record(error) } }
    try text.write(toFile: "\(folder)/infra/main.tf", atomically: true, encoding: .utf8)
    let installation = Installation(
      environment: [
        "HOME": folder, "PATH": "/nonexistent", "XDG_CACHE_HOME": "\(folder)/cache",
        "XDG_STATE_HOME": folder, "CONSILIUM_HOME": Self.root,
      ], executable: "/nonexistent/consilium")
    let answer = try await RunService(installation: installation, storeFile: "\(folder)/consilium.db").ask(
      AskOptions(
        request: Array(request.utf8), crewFile: "\(Self.root)/agents.yaml", base: "\(folder)/infra",
        output: "\(folder)/bundle"))
    try await body(answer, folder)
  }

  @Test func onlyWhatIsNamedChangesAndTheDifferenceSaysIt() async throws {
    try await ask("raise the visibility timeout of the queue to 2 minutes") { answer, folder in
      #expect(answer.report.brief.requirements.map(\.status) == [.met, .met])
      #expect(answer.report.brief.requirements.last?.kind == .unchanged)
      let difference = try String(contentsOfFile: "\(folder)/bundle/change.diff", encoding: .utf8)
      let lines = difference.split(separator: "\n").filter { $0.hasPrefix("+") || $0.hasPrefix("-") }
      #expect(
        lines == [
          "--- main.tf", "+++ main.tf", "-  name                    = \"work\"",
          "-  sqs_managed_sse_enabled = true", "+  name                       = \"work\"",
          "+  sqs_managed_sse_enabled    = true", "+  visibility_timeout_seconds = 120",
        ])
      let text = try String(contentsOfFile: "\(folder)/bundle/infrastructure/main.tf", encoding: .utf8)
      #expect(text.hasPrefix("# Open since 2019; the network team knows.\n"))
      let now = try String(contentsOfFile: "\(folder)/infra/main.tf", encoding: .utf8)
      #expect(now == Self.configuration)
    }
  }

  @Test func whatWasWrongBeforeIsNoFaultOfTheChange() async throws {
    try await ask("raise the visibility timeout of the queue to 2 minutes") { answer, _ in
      #expect(!answer.report.findings.contains { $0.address == "aws_security_group_rule.ssh" })
      #expect(answer.report.brief.assumptions.contains { $0.contains("consilium review") })
      #expect(answer.report.verdict.vetoes.isEmpty)
    }
  }

  @Test func whatIsInvalidAsItIsIsNotChanged() async throws {
    await #expect(throws: RequestError.self) {
      try await ask(
        "raise the visibility timeout of the queue to 2 minutes",
        on: "resource \"aws_sqs_queue\" \"a\" {\n  nam = 1\n}\n"
      ) {
        _, _ in
      }
    }
  }

  @Test func aDebateChangesNothingMore() async throws {
    try await ask("add a dead letter queue to the queue") { answer, folder in
      #expect(answer.report.brief.requirements.allSatisfy { $0.status == .met })
      let text = try String(contentsOfFile: "\(folder)/bundle/infrastructure/main.tf", encoding: .utf8)
      #expect(text.contains("aws_sqs_queue_redrive_policy"))
      #expect(text.contains("from_port         = 22"))
    }
  }

  private static let secret = """
    resource "aws_db_instance" "shop" {
      identifier          = "shop"
      engine              = "postgres"
      instance_class      = "db.t3.micro"
      allocated_storage   = 20
      username            = "shop"
      password            = "Correct-Horse-7"
      skip_final_snapshot = true
    }

    """

  /// A password in clear is in no record, and it is what it was in the bundle: changing it would be a change that nobody asked for.
  @Test func aSecretIsInNoRecordAndStaysWhatItIs() async throws {
    try await ask("increase the storage of the database to 50 GB", on: Self.secret) { answer, folder in
      #expect(answer.report.brief.requirements.map(\.status) == [.met, .met])
      let text = try String(contentsOfFile: "\(folder)/bundle/infrastructure/main.tf", encoding: .utf8)
      #expect(text.contains("Correct-Horse-7") && text.contains("allocated_storage   = 50"))
      let difference = try String(contentsOfFile: "\(folder)/bundle/change.diff", encoding: .utf8)
      #expect(!difference.contains("-  password") && !difference.contains("masked"))
      for name in ["bundle/report.json", "bundle/report.md", "bundle/report.html", "consilium.db"] {
        let bytes = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        #expect(bytes.range(of: Data("Correct-Horse-7".utf8)) == nil)
      }
      let service = RunService(
        installation: Installation(
          environment: ["HOME": folder, "CONSILIUM_HOME": Self.root], executable: "/nonexistent"),
        storeFile: "\(folder)/consilium.db")
      let replayed = try await service.replay(answer.report.run)
      #expect(replayed.identical)
      #expect(throws: RequestError.self) { try service.write(replayed, to: "\(folder)/again") }
      let known = answer.report.artifacts.first { $0.path == "infrastructure/main.tf" }
      #expect(known?.sha256 == Digest(of: text).hexadecimal)
    }
  }

  /// Lines with the same words stand in many blocks: which of them is gone has to be told from where it stood.
  @Test func whatIsRemovedTakesNoLayoutAlong() async throws {
    let kept = """
      resource "aws_sqs_queue" "b" {
        name   =  "b"
          sqs_managed_sse_enabled = true
        }

      """
    let gone = """
      resource "aws_sqs_queue" "a" {
            name = "a"
            sqs_managed_sse_enabled = true
            }


      """
    try await ask("remove the a queue and add an SNS topic named alerts", on: gone + kept) { answer, folder in
      #expect(answer.report.brief.requirements.allSatisfy { $0.status == .met })
      let text = try String(contentsOfFile: "\(folder)/bundle/infrastructure/main.tf", encoding: .utf8)
      #expect(text.contains(kept) && text.contains("aws_sns_topic"))
    }
  }
}
