import Basics
import ResourceGraph
import Pricing
import Testing
import Vocabulary

struct UsageFileTests {
  private static let graph = ResourceGraph(files: [
    "main.tf": """
    resource "aws_sqs_queue" "jobs" {}
    resource "aws_lambda_function" "each" {
      for_each = toset(["a", "b"])
    }
    resource "aws_instance" "web" {
      instance_type = "t3.medium"
    }
    """
  ])

  private static func monthly(_ usage: String) throws -> (low: Double, expected: Double, high: Double) {
    let file = try UsageFile(path: "usage.yml", text: usage)
    let estimate = try Estimator().estimate(graph, region: "us-east-1", usage: file.table)
    return (estimate.low, estimate.monthly, estimate.high)
  }

  private static let base = 31.17

  @Test(arguments: [
    ("resource_usage:\n  aws_sqs_queue.jobs:\n    monthly_requests: 10000000", 4.0),
    ("resource_type_default_usage:\n  aws_sqs_queue:\n    monthly_requests: 10_000_000", 4.0),
    ("resource_usage:\n  aws_lambda_function.each[*]:\n    monthly_requests: 1000000", 0.4),
    ("resource_usage:\n  aws_lambda_function.each[\"a\"]:\n    monthly_requests: 1000000", 0.2),
    (
      "resource_type_default_usage:\n  aws_sqs_queue: {monthly_requests: 5000000}\nresource_usage:\n  aws_sqs_queue.jobs: {monthly_requests: 10000000}",
      4.0
    ),
  ])
  func usageIsOfTheResourceItsKeysOrItsType(usage: String, more: Double) throws {
    #expect(abs(try Self.monthly("version: 0.1\n\(usage)\n").expected - Self.base - more) < 0.011)
  }

  @Test func aRangeGivesThreeSums() throws {
    let sums = try Self.monthly(
      "resource_usage:\n  aws_sqs_queue.jobs:\n    monthly_requests: {low: 1000000, expected: 5000000, high: 50000000}"
    )
    #expect(abs(sums.low - Self.base - 0.4) < 0.011)
    #expect(abs(sums.expected - Self.base - 2) < 0.011)
    #expect(abs(sums.high - Self.base - 20) < 0.011)
  }

  @Test(arguments: [
    (
      "resource_usage:\n  aws_sqs_queue.jobs:\n    monthly_request: 1", 3, "monthly_requests",
      Diagnostic.Level.error
    ),
    ("resource_usage:\n  aws_sqs_queue.jobs:\n    monthly_requests: many", 3, "a number", .error),
    ("resource_usage:\n  aws_sqs_queue.job:\n    monthly_requests: 1", 2, "aws_sqs_queue.jobs", .warning),
    (
      "resource_usage:\n  aws_sqs_queue.jobs:\n    monthly_requests: {expected: 1, max: 2}", 3, "max", .error
    ),
  ])
  func whatIsNotKnownIsNamedWithItsPlace(usage: String, line: Int, words: String, level: Diagnostic.Level)
    throws
  {
    let faults = try UsageFile(path: "usage.yml", text: usage).faults(in: Self.graph)
    let fault = try #require(faults.first)
    #expect(faults.count == 1)
    #expect(fault.range?.start.line == line)
    #expect(fault.detail.contains(words))
    #expect(fault.level == level)
  }

  @Test(arguments: [
    "resources:\n  a: 1", "version: 2\nresource_usage: {}", "resource_usage: [", "a: 1\na: 2",
  ])
  func aFileOfAnotherFormIsRefused(text: String) {
    #expect(throws: (any Error).self) { try UsageFile(path: "usage.yml", text: text) }
  }

  @Test func whatIsOnlyInTheUsageFileIsPriced() throws {
    let file = try UsageFile(
      path: "usage.yml",
      text:
        "resource_usage:\n  aws_data_transfer.eu:\n    region: eu-west-1\n    monthly_outbound_internet_gb: 100"
    )
    let estimate = try Estimator().estimate(Self.graph, region: "us-east-1", usage: file.table)
    #expect(file.faults(in: Self.graph).isEmpty)
    #expect(estimate.resources.last?.monthly == 9)
  }
}
