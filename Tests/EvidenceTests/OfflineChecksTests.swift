import Basics
import Evidence
import Testing
import Vocabulary

struct OfflineChecksTests {
  private static func evidence(_ text: String, _ requirements: [Requirement] = []) throws -> Evidence {
    try OfflineChecks().evidence(
      for: [Artifact(path: "infrastructure/main.tf", content: text)],
      brief: Brief(title: "t", requirements: requirements))
  }

  private static func requirement(_ expectations: ResourceExpectation...) -> Requirement {
    Requirement(id: "REQ-1", text: "t", check: RequirementCheck(all: expectations))
  }

  @Test(arguments: [
    ("resource \"aws_sqs_queue\" \"a\" {", "syntax"),
    ("resource \"aws_sqs_queue\" \"a\" {\n  name = var.x\n}", "references"),
    ("resource \"aws_sqs_queue\" \"a\" {}\nresource \"aws_sqs_queue\" \"a\" {}", "references"),
  ])
  func aBrokenFileFailsItsStage(text: String, stage: String) throws {
    let evidence = try Self.evidence(text)
    #expect(!evidence.isValid)
    let failed = evidence.validation.filter { $0.status == .failed }
    #expect(failed.map(\.stage) == [stage])
    #expect(failed.first?.detail.contains("infrastructure/main.tf:") == true)
  }

  private static let queues = """
    variable "fifo" {}
    resource "aws_sqs_queue" "a" {
      count = 2
      name  = "orders-${count.index}"
    }
    resource "aws_sqs_queue" "b" {
      name       = "events"
      fifo_queue = var.fifo
    }
    """

  @Test(arguments: [
    (ResourceExpectation(types: ["aws_sqs_queue"], minimum: 3), Coverage.Status.met),
    (ResourceExpectation(types: ["aws_sqs_queue"], minimum: 4), .unmet),
    (ResourceExpectation(types: ["aws_sqs_queue"], minimum: 1, maximum: 2), .unmet),
    (ResourceExpectation(types: ["aws_sqs_queue"], condition: "self.name == \"events\""), .met),
    (ResourceExpectation(types: ["aws_sqs_queue"], condition: "self.fifo_queue == true"), .unknown),
    (ResourceExpectation(types: ["aws_sns_topic"]), .unmet),
    (ResourceExpectation(types: ["aws_sqs_queue"], condition: "is_set(\"fifo_queue\")"), .met),
    (ResourceExpectation(types: ["aws_sqs_queue"], condition: "is_set(\"kms_master_key_id\")"), .unmet),
    (ResourceExpectation(types: ["aws_sqs_queue"], condition: "self.("), .unknown),
    (
      ResourceExpectation(
        types: ["aws_sqs_queue"], condition: "self.name == \"events\"", weight: "5", minimum: 5), .met
    ),
  ])
  func coverageIsThreeValued(expectation: ResourceExpectation, status: Coverage.Status) throws {
    let coverage = try Self.evidence(Self.queues, [Self.requirement(expectation)]).coverage
    #expect(coverage.map(\.status) == [status])
    #expect(status == .met || coverage.first?.reason.isEmpty == false)
  }

  @Test func withoutACheckCoverageIsUnknown() throws {
    let coverage = try Self.evidence(Self.queues, [Requirement(id: "REQ-1", text: "nice colours")]).coverage
    #expect(coverage.first?.status == .unknown)
  }

  @Test func aDraftWithoutFilesIsNotValid() throws {
    #expect(try !OfflineChecks().evidence(for: [], brief: Brief(title: "t", requirements: [])).isValid)
  }

  @Test func aRemedyMakesItsOwnFindingGo() throws {
    let checks = try OfflineChecks()
    let brief = Brief(title: "t", requirements: [])
    var files = [
      Artifact(
        path: "infrastructure/main.tf",
        content:
          "resource \"aws_ebs_volume\" \"a\" {\n  availability_zone = \"eu-west-1a\"\n  size              = 1\n}\n"
      )
    ]
    let finding = try #require(
      checks.evidence(for: files, brief: brief).findings.first {
        $0.address == "aws_ebs_volume.a" && $0.severity >= .medium
      })
    files = try #require(checks.remedy(finding, in: files)).files
    #expect(!checks.evidence(for: files, brief: brief).findings.map(\.id).contains(finding.id))
  }

  @Test func aDraftIsMendedBeforeItIsDebated() throws {
    let files = [
      Artifact(
        path: "infrastructure/main.tf", content: "resource \"aws_sqs_queue\" \"a\" {\n  nam = \"a\"\n}\n")
    ]
    let repair = OfflineChecks.repaired(files)
    #expect(repair.files.first?.content == "resource \"aws_sqs_queue\" \"a\" {\n  name = \"a\"\n}\n")
    #expect(repair.steps.count == 1)
    #expect(repair.steps.first?.hasPrefix("infrastructure/main.tf:2:3:") == true)
    #expect(OfflineChecks.repaired(repair.files).steps.isEmpty)
  }
}
