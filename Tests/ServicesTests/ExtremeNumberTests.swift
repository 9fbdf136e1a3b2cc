import Basics
import Foundation
import ResourceGraph
import Reporting
import TestFolders
import Testing
import Vocabulary

@testable import Services

/// No number of a file ends the program: each reader gets numbers that no `Int` and hardly a `Double` holds, in each place
/// where a number stands. That an error is said is fine; that a sum is made of it, too, as long as it is one.
struct ExtremeNumberTests {
  private static let numbers = [
    "1e300", "-1e300", "2e18", "9.3e18", "9223372036854775807", "-9223372036854775808", "1e400", "NaN", "-1",
    "0.5",
  ]

  private static func folder(_ files: [String: String]) throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "extreme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return folder
  }

  private static func remove(_ folder: URL) {
    do { try RemovedFolder.remove(folder) } catch { Issue.record(error) }
  }

  /// Prices it and writes every form; what is refused is refused with words.
  private static func cost(_ path: String, usage: String? = nil) throws {
    let state = FileManager.default.temporaryDirectory.appending(path: "no-prices-of-ones-own").path
    let costing = try CostService(
      region: nil, installation: Installation(environment: ["XDG_STATE_HOME": state], executable: "/x"))
    do {
      let report = try costing.report(path, usage: usage, before: nil)
      #expect(report.estimate.monthly.isFinite)
      #expect(try !report.json.compact.isEmpty && !report.markdown().isEmpty && !report.html().isEmpty)
      #expect(!report.text.isEmpty)
    } catch {
      #expect(!"\(error)".isEmpty)
    }
  }

  /// The text with one number after the other made the extreme one.
  private static func variants(of text: String, number: String) -> [String] {
    text.matches(of: /[=:\[ ,(](-?[0-9][0-9.e]*)(?=[ ,\]\}\)\n])/).map { match in
      String(text[..<match.1.startIndex] + number + text[match.1.endIndex...])
    }
  }

  private static let configuration = """
    variable "n" {
      default = 3
    }
    resource "aws_ebs_volume" "v" {
      availability_zone = "us-east-1a"
      type              = "gp3"
      size              = 100
      iops              = 4000
      throughput        = 200
    }
    resource "aws_instance" "web" {
      count         = 2
      instance_type = "t3.medium"
      root_block_device {
        volume_size = 50
      }
    }
    resource "aws_db_instance" "d" {
      instance_class          = "db.t3.medium"
      engine                  = "postgres"
      allocated_storage       = 20
      backup_retention_period = 7
      tags = { x = format("%d", 5), y = substr("abc", 0, 2), z = cidrsubnet("10.0.0.0/8", 8, 2) }
    }
    resource "aws_lambda_function" "f" {
      memory_size = 512
      timeout     = 30
    }
    resource "aws_security_group_rule" "r" {
      type      = "ingress"
      from_port = 22
      to_port   = 22
      protocol  = "tcp"
    }
    output "o" {
      value = [for i in range(0, 4, 1) : element([1, 2], i)]
    }
    """

  @Test(arguments: numbers) func aConfiguration(number: String) throws {
    for text in Self.variants(of: Self.configuration, number: number) {
      let folder = try Self.folder(["main.tf": text])
      defer { Self.remove(folder) }
      try Self.cost(folder.path)
      _ = ResourceGraph(files: ["main.tf": text])
    }
  }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures/cost")

  @Test(arguments: numbers, ["plan.json", "state.json"]) func aPlanAndAState(number: String, file: String)
    throws
  {
    let text = try String(contentsOf: Self.fixtures.appending(path: file), encoding: .utf8)
    for variant in Self.variants(of: text, number: number).prefix(60) {
      let folder = try Self.folder([file: variant])
      defer { Self.remove(folder) }
      try Self.cost(folder.appending(path: file).path)
    }
  }

  @Test(arguments: numbers) func aUsageFile(number: String) throws {
    let usage = """
      version: 0.1
      resource_usage:
        aws_lambda_function.f:
          monthly_requests: \(number)
          request_duration_ms: \(number)
        aws_ebs_volume.v:
          monthly_standard_io_requests: {low: \(number), expected: \(number), high: \(number)}

      """
    let folder = try Self.folder(["main.tf": Self.configuration, "usage.yml": usage])
    defer { Self.remove(folder) }
    try Self.cost(folder.path, usage: folder.appending(path: "usage.yml").path)
  }

  @Test(arguments: numbers) func manifests(number: String) throws {
    let text = """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: web
      spec:
        replicas: \(number)
        selector: {matchLabels: {app: web}}
        template:
          metadata: {labels: {app: web}}
          spec:
            containers:
              - name: web
                image: nginx:1.27
                resources: {requests: {cpu: \(number), memory: "\(number)Gi"}, limits: {memory: \(number)}}

      """
    let folder = try Self.folder(["web.yaml": text])
    defer { Self.remove(folder) }
    try Self.cost(folder.path)
  }
}
