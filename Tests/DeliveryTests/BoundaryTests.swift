import Basics
import Delivery
import Effects
import ExternalTools
import Foundation
import GRDB
import Records
@testable import Store
import Testing
import Vocabulary

/// What was approved is what runs, for whom it was approved, and nothing runs at plan time that nobody allowed.
struct BoundaryTests {
  private static let program = """
    resource "terraform_data" "a" {
      provisioner "local-exec" {
        command = "true"
      }
    }
    """

  @Test(
    .needsTool,
    arguments: [
      "data \"external\" \"a\" { program = [\"id\"] }",
      "data \"http\" \"a\" { url = \"http://127.0.0.1:1\" }",
      "module \"m\" { source = \"http://127.0.0.1:1/m.zip\" }",
      "terraform {\n  backend \"http\" { address = \"http://127.0.0.1:1\" }\n}",
      "terraform {\n  required_providers {\n    e = { source = \"evil.example/attacker/evil\" }\n  }\n}",
      "locals { a = file(\"/etc/passwd\") }", "resource \"x\" {", program,
    ])
  func nothingIsStartedThatNobodyAllowed(text: String) async throws {
    try await Place.with { place in
      try place.write(text)
      await Place.refused(.effects) { _ = try await place.executor().plan(place.folder) { _ in } }
      #expect(try place.startsSinceLast().filter { $0 != "version" }.isEmpty)
      #expect(try await place.store().audit().map(\.entry.action) == [.refused])
    }
  }

  @Test(.needsTool) func whatRunsCodeTakesTwoPeopleAndShowsItsText() async throws {
    try await Place.with { place in
      try place.write(Self.program)
      place.rules = ApprovalRules(allowsSelf: true, approversAtRisk: 1)
      let planned = try await place.planAllowing()
      #expect(planned.document.approversNeeded == 2)
      #expect(
        planned.document.risks.contains { $0.kind == .code && $0.reason.contains("command = \"true\"") })
      #expect(try await place.store().audit().map(\.entry.action) == [.allowed, .planned])
      _ = try await place.executor().approve(
        planned.record.id, word: ApprovalWord(approver: "maria", typedCount: 1))
      await Place.refused(.notApproved) { _ = try await place.executor().apply(planned.record.id) { _ in } }
      try await place.approveAndApply(planned)
    }
  }

  @Test(.needsTool) func anotherProgramThanTheAllowedOneIsRefused() async throws {
    try await Place.with { place in
      try place.write(Self.program)
      let allowed = Set(EffectScan(files: ["main.tf": Self.program]).effects().map(\.id))
      try place.write(Self.program.replacing("\"true\"", with: "\"false\""))
      await Place.refused(.effects) {
        _ = try await place.executor().plan(place.folder, allowing: allowed) { _ in }
      }
    }
  }

  /// A backend that was named before is known again; a program never is.
  @Test(.needsTool) func onlyABackendIsRemembered() async throws {
    try await Place.with { place in
      let backend = "terraform {\n  backend \"local\" {}\n}\n"
      try place.write(backend + Self.program)
      _ = try await place.planAllowing()
      let error = await #expect(throws: DeliveryError.self) {
        try await place.executor().plan(place.folder) { _ in }
      }
      #expect(error?.code == .effects)
      #expect(error?.detail.contains("--allow provisioner-") == true)
      #expect(error?.detail.contains("--allow backend-") == false)
    }
  }

  /// Whoever can write the store makes row and file agree, before an honest person elsewhere signs what the row shows.
  @Test(.needsTool) func aSavedPlanOfSomethingElseIsNotRun() async throws {
    try await Place.with { place in
      let executor = try place.executor()
      let shown = try await executor.plan(place.folder) { _ in }
      try place.write(Place.configuration.replacing("\"one\"", with: "\"two\""))
      let other = try await executor.plan(place.folder) { _ in }
      try place.write(Place.configuration)
      let file = try #require(shown.document.infrastructure?.planFile)
      let bytes = try Data(contentsOf: URL(filePath: try #require(other.document.infrastructure?.planFile)))
      try bytes.write(to: URL(filePath: file))
      var document = shown.document
      document.infrastructure?.planFileDigest = try #require(other.document.infrastructure?.planFileDigest)
      try await place.store().database.write { [document] database in
        try database.execute(
          sql: "UPDATE plan SET document = ? WHERE id = ?",
          arguments: [try JSONValue(encoding: document).canonical, shown.record.id])
      }
      let kept = try await executor.planned(shown.record.id)
      _ = try await executor.approve(kept.record.id, word: ApprovalWord(approver: "maria"))
      _ = try place.startsSinceLast()
      await Place.refused(.changed) { _ = try await executor.apply(kept.record.id) { _ in } }
      #expect(try place.startsSinceLast() == ["show"])
      #expect(try await place.store().applies(plan: kept.record.id).isEmpty)
    }
  }

  @Test(
    .needsTool,
    arguments: [
      ("AWS_ENDPOINT_URL", "http://127.0.0.1:1"), ("AWS_PROFILE", "production"), ("AWS_REGION", "us-east-1"),
      ("AWS_ENDPOINT_URL_S3", "http://127.0.0.1:2"), ("AWS_CONFIG_FILE", "/tmp/other"),
      ("AWS_ROLE_ARN", "arn:aws:iam::1:role/x"),
      ("AWS_ACCESS_KEY_ID", "AKIAQYLPMN5HHHFPZAM2"), ("KUBECONFIG", "/tmp/other"),
    ])
  func anApprovalIsForOneAccountAndOneAddress(variable: String, value: String) async throws {
    try await Place.with { place in
      place.environment = [
        "PATH": "/usr/bin:/bin", "HOME": place.root, "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
      ]
      let planned = try await place.executor().plan(place.folder) { _ in }
      _ = try await place.executor().approve(planned.record.id, word: ApprovalWord(approver: "maria"))
      var elsewhere = place
      elsewhere.environment[variable] = value
      let other = elsewhere
      _ = try place.startsSinceLast()
      await Place.refused(.changed) { _ = try await other.executor().apply(planned.record.id) { _ in } }
      #expect(try place.startsSinceLast().isEmpty)
      #expect(
        try await other.executor().plan(place.folder) { _ in }.document.digest != planned.document.digest)
    }
  }

  @Test func anAccessKeyTellsItsAccount() {
    #expect(CallerIdentity.account(ofAccessKey: "ASIAQNZGKIQY56JQ7WML") == "029608264753")
    #expect(CallerIdentity.account(ofAccessKey: "testing") == nil)
    #expect(CallerIdentity.of(["AWS_SECRET_ACCESS_KEY": "x", "AWS_SESSION_TOKEN": "y", "PATH": "z"]).isEmpty)
  }

  @Test(.needsTool) func theToolsSettingsAreWrittenAnew() async throws {
    try await Place.with { place in
      let planned = try await place.executor().plan(place.folder) { _ in }
      let workspace = planned.document.workspace
      let file = try #require(
        FileManager.default.subpaths(atPath: workspace)?.first { $0.hasSuffix("tool.tfrc") },
        "no settings file")
      try Data("provider_installation { dev_overrides { } }".utf8).write(
        to: URL(filePath: "\(workspace)/\(file)"))
      try await place.approveAndApply(planned)
      let text = try String(contentsOfFile: "\(workspace)/\(file)", encoding: .utf8)
      #expect(!text.contains("dev_overrides"))
    }
  }

  /// The clock is set back to where the approval was good, after something later is on record.
  @Test(.needsTool) func aClockThatIsSetBackRevivesNothing() async throws {
    try await Place.with { place in
      let planned = try await place.executor().plan(place.folder) { _ in }
      _ = try await place.executor().approve(planned.record.id, word: ApprovalWord(approver: "maria"))
      let later = Date().addingTimeInterval(2 * 3600)
      await Place.refused(.expired) {
        _ = try await place.executor(at: later).apply(planned.record.id) { _ in }
      }
      await Place.refused(.expired) { _ = try await place.executor().apply(planned.record.id) { _ in } }
    }
  }

  @Test(.needsTool) func stricterRulesHoldForPlansThatWereMadeBefore() async throws {
    try await Place.with { place in
      place.rules = ApprovalRules(allowsSelf: true)
      try place.trust("tester")
      let planned = try await place.executor().plan(place.folder) { _ in }
      _ = try await place.executor().approve(planned.record.id, word: ApprovalWord(approver: "tester"))
      place.rules = ApprovalRules()
      let strict = place
      await Place.refused(.changed) { _ = try await strict.executor().apply(planned.record.id) { _ in } }
    }
  }

  @Test(.needsTool, arguments: [0o666, 0o622, 0o660]) func keysThatOthersMayWriteApproveNothing(mode: Int)
    async throws
  {
    try await Place.with { place in
      let planned = try await place.executor().plan(place.folder) { _ in }
      _ = try await place.executor().approve(planned.record.id, word: ApprovalWord(approver: "maria"))
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: place.keys.trustedFile)
      await Place.refused(.badKey) { _ = try await place.executor().apply(planned.record.id) { _ in } }
    }
  }

  @Test(.needsTool) func aWorkspaceThatIsALinkOrOpenIsNotUsed() async throws {
    try await Place.with { place in
      let planned = try await place.executor().plan(place.folder) { _ in }
      _ = try await place.executor().approve(planned.record.id, word: ApprovalWord(approver: "maria"))
      try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: place.home)
      await Place.refused(.cannotWrite) { _ = try await place.executor().apply(planned.record.id) { _ in } }
      try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: place.home)
      let workspace = planned.document.workspace
      try FileManager.default.moveItem(atPath: workspace, toPath: "\(place.root)/elsewhere")
      try FileManager.default.createSymbolicLink(
        atPath: workspace, withDestinationPath: "\(place.root)/elsewhere")
      await Place.refused(.cannotWrite) { _ = try await place.executor().apply(planned.record.id) { _ in } }
    }
  }
}
