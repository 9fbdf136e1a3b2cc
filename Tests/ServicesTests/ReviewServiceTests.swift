import Basics
import Foundation
import Reporting
import Services
import Testing

struct ReviewServiceTests {
  private static let text = """
    resource "aws_s3_bucket" "b" {
      bucket = "b"
    }
    resource "aws_db_instance" "d" {
      identifier          = "d"
      engine              = "postgres"
      instance_class      = "db.t3.micro"
      allocated_storage   = 20
      publicly_accessible = true
      storage_encrypted   = var.enc
    }
    variable "enc" { type = bool }
    """

  private static func review(
    _ files: [String: String], against standard: String? = nil
  ) throws -> ReviewReport {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: folder) } }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    let day = try #require(CivilDate(year: 2026, month: 11, day: 27))
    return try ReviewService().review(
      folder.path(percentEncoded: false),
      options: ReviewOptions(standard: standard, makesPatches: true, day: day))
  }

  @Test func theGravestComesFirstAndAllHaveOnePatch() throws {
    let report = try Self.review(["main.tf": Self.text])
    #expect(report.findings.first?.rule == "aws-rds-public")
    #expect(report.exitStatus(failingFrom: .critical) == .refused)
    #expect(report.undecided.contains { $0.rule == "aws-rds-encrypted" })
    let patch = try #require(report.patch)
    #expect(patch.contains(/\n\+  publicly_accessible +=  *false/))
    #expect(patch.contains(#"+resource "aws_s3_bucket_public_access_block" "b" {"#))
    #expect(patch.split(separator: "\n").count { $0.hasPrefix("--- ") } == 1)
  }

  @Test func whatIsBesideTheConfigurationIsJudgedToo() throws {
    let pod = """
      apiVersion: v1
      kind: Pod
      metadata: {name: p}
      spec: {hostNetwork: true, containers: [{name: c, image: "i:1"}]}
      """
    let report = try Self.review(["main.tf": Self.text, "pod.yaml": pod])
    #expect(report.findings.contains { $0.address == "Pod/default/p" })
    #expect(report.findings.contains { $0.address == "aws_s3_bucket.b" })
  }

  @Test func aStandardNobodyKnowsIsSaid() {
    #expect(throws: Diagnostic.self) { try Self.review(["main.tf": Self.text], against: "cis-moon") }
  }

  @Test func nothingToLookAtIsNoPass() throws {
    let report = try Self.review(["main.tf": "locals {\n  a = 1\n}\n"])
    #expect(report.findings.isEmpty)
    #expect(report.exitStatus(failingFrom: .low) == .undecided)
  }

  @Test func everyFormHasWhatWasFound() throws {
    let waivers = """
      waivers:
        - {rule: aws-rds-public, address: aws_db_instance.d, reason: "a <demo>", approver: ann, expires: 2027-01-31}
      """
    let report = try Self.review(["main.tf": Self.text, "waivers.yaml": waivers])
    #expect(!report.findings.contains { $0.rule == "aws-rds-public" })
    let log = try JSONValue(parsing: report.sarif(version: "1"))
    let results = log["runs"]?.array?.first?["results"]?.array ?? []
    #expect(results.count == report.findings.count + 1)
    #expect(results.count { $0["suppressions"] != nil } == 1)
    #expect(report.junit.components(separatedBy: "<failure").count == report.findings.count + 1)
    #expect(report.text { text, _ in text }.contains("accepted until 2027-01-31 by ann"))
  }
}
