import Basics
import Foundation
import Reporting
import Testing
import Vocabulary

@testable import Services

struct CostingTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/cost")

  private static func report(_ name: String, usage: String? = nil, before: String? = nil) throws -> CostReport
  {
    let state = FileManager.default.temporaryDirectory.appending(path: "no-prices-of-ones-own").path
    let costing = try CostService(
      region: nil, installation: Installation(environment: ["XDG_STATE_HOME": state], executable: "/x"))
    return try costing.report(
      fixtures.appending(path: name).path, usage: usage,
      before: before.map { fixtures.appending(path: $0).path })
  }

  private static func monthly(_ report: CostReport) -> [String: Double?] {
    Dictionary(report.estimate.resources.map { ($0.address, $0.monthly) }) { first, _ in first }
  }

  @Test func aFolderIsPricedWithItsModulesAndValues() throws {
    let report = try Self.report("stack")
    #expect(
      Self.monthly(report) == [
        "aws_instance.web": 31.17, "aws_instance.worker": 31.17, "aws_sqs_queue.jobs": nil,
        "aws_iam_role.web": nil,
        "module.net[0].aws_nat_gateway.out[0]": 32.85, "module.net[1].aws_nat_gateway.out[0]": 32.85,
        "module.net[1].aws_nat_gateway.out[1]": 32.85, "module.elsewhere": nil,
      ])
    // How many workers there are, and what the module of others has, is not known: named, and not counted as covered.
    #expect(report.estimate.unpriced == ["aws_instance.worker", "module.elsewhere"])
    #expect(report.exitStatus(least: 0) == .undecided)
    #expect(report.exitStatus(least: 0.9) == .undecided)
  }

  @Test(
    arguments: [
      (
        "state.json",
        ["module.app[0].aws_autoscaling_group.web[\"a\"]": 31.97, "aws_launch_template.web": nil]
      ),
      (
        "plan.json",
        ["module.app.aws_autoscaling_group.web": 47.95, "module.app.aws_launch_template.web": nil]
      ),
    ] as [(String, [String: Double?])])
  func launchTemplatesAreFoundByReferenceOrIdentifier(file: String, monthly: [String: Double?]) throws {
    #expect(Self.monthly(try Self.report(file)) == monthly)
  }

  @Test func manifestsCostTheirShareOfTheNodes() throws {
    let monthly = Self.monthly(try Self.report("manifests"))
    #expect(monthly["Deployment/default/web"] == 43.89)
    #expect(monthly["Service/default/web"] == 18.25)
    #expect(monthly["PersistentVolumeClaim/default/data"] == 4)
  }

  @Test func theDifferenceNamesWhatIsNewGoneAndOther() throws {
    let json = try Self.report("stack", before: "before").json
    let changes = try #require(json["difference"]?["resources"]?.array)
    let byAddress = Dictionary(changes.map { ($0["address"]?.string ?? "", $0["difference"]?.double ?? 0) }) {
      _, last in last
    }
    #expect(byAddress["aws_instance.web"] == -30.37)
    #expect(byAddress["aws_kms_key.old"] == -1)
    #expect(byAddress["module.net[0].aws_nat_gateway.out[0]"] == 32.85)
  }

  @Test func jsonHasTheShapeThatProgramsReadAndNullForWhatIsNotKnown() throws {
    let json = try Self.report("stack").json
    for key in ["currency", "priceBookDate", "resources", "monthly", "coverage", "unpriced"] {
      #expect(json[key] != nil, "\(key)")
    }
    let queue = try #require(json["resources"]?.array?.first { $0["type"]?.string == "aws_sqs_queue" })
    let requests = try #require(queue["components"]?[0])
    #expect(requests["status"]?.string == "usage")
    #expect(requests["quantity"] == .null)
    #expect(requests["monthly"] == .null)
    #expect(requests["unitPrice"] == .number(0.4))
    #expect(json["monthly"]?["expected"] == json["monthly"]?["high"])
  }

  @Test func pagesAreSelfContainedAndShowTheDifferenceFirst() throws {
    let report = try Self.report("stack", before: "before")
    let markdown = try report.markdown()
    #expect(markdown.hasPrefix("## Monthly cost +$"))
    #expect(markdown.contains("module.elsewhere"))
    let html = try report.html()
    #expect(!html.contains("<script") && !html.contains("href=\"http") && !html.contains("src="))
    #expect(html.contains("Not priced"))
    #expect(report.text.contains("Monthly cost depends on usage: $0.40 per 1M requests"))
  }

  @Test(arguments: ["nothing-here", "state.json/x"])
  func whatCannotBeReadIsNamed(path: String) {
    #expect(throws: Diagnostic.self) { try Self.report(path) }
  }
}
