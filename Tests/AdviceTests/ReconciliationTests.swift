import Advice
import Foundation
import Pricing
import ResourceGraph
import Testing
import Vocabulary

/// An estimate beside a bill, with the reasons that both tell.
struct ReconciliationTests {
  private static let header =
    "BilledCost,ChargeCategory,ChargePeriodStart,CommitmentDiscountId,ConsumedQuantity,ConsumedUnit,EffectiveCost,"
    + "ListCost,ResourceId,ServiceName"

  private func comparison(_ text: String, lines: [String]) throws -> BillComparison {
    let file = FileManager.default.temporaryDirectory.appending(path: "bill-\(UUID().uuidString).csv")
    try Data(([Self.header] + lines).joined(separator: "\n").utf8).write(to: file)
    defer { RemovedQuietly.remove(file) }
    let graph = ResourceGraph(files: ["main.tf": text])
    let estimate = try Estimator().estimate(graph, region: "us-east-1")
    return try BillReconciliation(paths: [file.path(percentEncoded: false)]).comparison(
      with: estimate, graph: graph)
  }

  private static let text = """
    resource "aws_instance" "web" {
      id            = "i-1"
      instance_type = "m5.large"
    }
    resource "aws_s3_bucket" "logs" {
      bucket = "shop-logs"
    }
    resource "aws_eip" "spare" {
      id = "eipalloc-1"
    }
    """

  /// Ten days of a machine at three quarters of its list price, half of the time; storage that the estimate has no amount of;
  /// a queue that no code knows; a tax.
  @Test func saysWhatDiffersAndWhy() throws {
    var lines = (0..<240).filter { $0 % 2 == 0 || $0 == 239 }.map { hour in
      "0.072,Usage,2026-11-\(hour / 24 + 10) \(hour % 24 < 10 ? "0" : "")\(hour % 24):00:00,sp-1,1,Hours,0.072,0.096,"
        + "arn:aws:ec2:us-east-1:1:instance/i-1,Amazon Elastic Compute Cloud"
    }
    lines.append(
      "4,Usage,2026-11-12 00:00:00,,100,GB,4,4,arn:aws:s3:::shop-logs,Amazon Simple Storage Service")
    lines.append(
      "1,Usage,2026-11-12 00:00:00,,9,Requests,1,1,arn:aws:sqs:us-east-1:1:q,Amazon Simple Queue Service")
    lines.append("3,Tax,2026-11-12 00:00:00,,,,3,3,,Amazon Elastic Compute Cloud")
    let found = try comparison(Self.text, lines: lines)
    #expect(found.days == 10)
    #expect(abs(found.others - 9.125) < 0.001)
    let web = try #require(found.resources.first { $0.name == "aws_instance.web" })
    #expect(abs((web.billed ?? 0) - 121 * 0.072 * 730 / 240) < 0.001)
    #expect(web.reasons.contains { $0.contains("25") && $0.contains("commitment") }, "\(web.reasons)")
    #expect(web.reasons.contains { $0.contains("121 of 240 hours") }, "\(web.reasons)")
    let logs = try #require(found.resources.first { $0.name == "aws_s3_bucket.logs" })
    #expect(logs.estimated == nil && logs.billed != nil)
    #expect(logs.reasons.contains { $0.contains("give a usage file") })
    let spare = try #require(found.resources.first { $0.name == "aws_eip.spare" })
    #expect(spare.billed == nil && spare.reasons.contains { $0.contains("no line that names it") })
    let queue = try #require(found.resources.first { $0.name.hasSuffix(":q") })
    #expect(queue.estimated == nil && queue.reasons == ["it is not in the estimate"])
    let service = try #require(found.services.first { $0.name == "Amazon Elastic Compute Cloud" })
    #expect(abs((service.estimated ?? 0) - (web.estimated ?? 0)) < 0.001)
    #expect(found.services.contains { $0.name == "Amazon Virtual Private Cloud" && $0.billed == 0 })
  }
}
