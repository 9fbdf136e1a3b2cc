import Basics
import HCL
import Policies
import ResourceGraph
import Testing
import Vocabulary

struct WaiverTests {
  private static let rules: Set<String> = ["aws-s3-versioning", "aws-s3-logging"]

  private static func findings() throws -> PolicyReview {
    let waivers = try Waiver.read(
      """
      waivers:
        - {rule: aws-s3-versioning, address: "aws_s3_bucket.log*", reason: short-lived, approver: ann, expires: 2027-01-31}
        - {rule: aws-s3-logging, address: "*", reason: soon, approver: ann, expires: 2026-01-31}
        - {rule: aws-s3-logging, address: aws_s3_bucket.gone, reason: soon, approver: ann, expires: 2027-01-31}
      """, file: "waivers.yaml", rules: rules)
    let graph = ResourceGraph(files: [
      "main.tf": """
      resource "aws_s3_bucket" "logs" { bucket = "logs" }
      resource "aws_s3_bucket" "data" { bucket = "data" }
      """
    ])
    let found = try PolicyPack.builtIn.get().findings(in: graph).filter { rules.contains($0.rule) }
    let day = try #require(CivilDate(year: 2026, month: 11, day: 27))
    return PolicyReview(found, waivers: waivers, day: day)
  }

  @Test func whatAPersonAcceptedIsNoFindingUntilItsDay() throws {
    let review = try Self.findings()
    #expect(review.waived.map(\.finding.id) == ["aws-s3-versioning@aws_s3_bucket.logs"])
    #expect(
      review.findings.map(\.id) == [
        "aws-s3-versioning@aws_s3_bucket.data", "aws-s3-logging@aws_s3_bucket.logs",
        "aws-s3-logging@aws_s3_bucket.data",
      ])
    #expect(review.expired.map(\.address) == ["*"])
    #expect(review.unused.map(\.address) == ["aws_s3_bucket.gone"])
  }

  @Test(arguments: [
    "waivers: 3", "waiver: []",
    "waivers: [{rule: aws-s3-versioning, address: x, reason: r, approver: a}]",
    "waivers: [{rule: aws-s3-version, address: x, reason: r, approver: a, expires: 2027-01-31}]",
    "waivers: [{rule: aws-s3-versioning, address: x, reason: '', approver: a, expires: 2027-01-31}]",
    "waivers: [{rule: aws-s3-versioning, address: x, reason: r, approver: a, expires: 2027-02-30}]",
    "waivers: [{rule: aws-s3-versioning, adress: x, reason: r, approver: a, expires: 2027-01-31}]",
  ])
  func aWaiverSaysAllOfIt(text: String) {
    #expect(throws: DiagnosticsError.self) {
      try Waiver.read(text, file: "waivers.yaml", rules: Self.rules)
    }
  }

  @Test func aStandardIsKnownByItsReferences() throws {
    let pack = try PolicyPack.builtIn.get()
    let rules = pack.rules.filter(PolicyStandard("CIS AWS").covers)
    #expect(rules.count > 15)
    #expect(rules.allSatisfy { rule in rule.references.contains { $0.hasPrefix("CIS AWS") } })
    #expect(PolicyStandard.known(to: pack).contains("cis-aws"))
    #expect(!pack.rules.contains(where: PolicyStandard("cis-aw").covers))
  }

  @Test func everybodyIsFoundBesideAReference() throws {
    let graph = ResourceGraph(files: [
      "main.tf": #"""
      resource "aws_s3_bucket" "b" { bucket = "b" }
      resource "aws_s3_bucket_policy" "b" {
        bucket = aws_s3_bucket.b.id
        policy = jsonencode({ Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "${aws_s3_bucket.b.arn}/*" }] })
      }
      """#
    ])
    let found = try PolicyPack.builtIn.get().findings(in: graph)
    #expect(found.first { $0.rule == "aws-s3-policy-any-principal" }?.outcome == .fail)
  }
}
