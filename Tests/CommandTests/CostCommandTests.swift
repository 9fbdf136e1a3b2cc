import Basics
import ExternalTools
import Foundation
import TestFolders
import Testing

/// `cost` and `prices` as a script sees them.
struct CostCommandTests {
  private static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "consilium").path(percentEncoded: false)

  /// Runs the command in a folder with those files.
  private static func run(_ arguments: [[String]], files: [String: String]) async throws -> [ProcessResult] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "cost-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    var results: [ProcessResult] = []
    for line in arguments {
      results.append(
        try await ProcessRunner.run(
          ProcessCall(
            executable: program, arguments: line,
            environment: ["PATH": "/nonexistent", "HOME": folder.path], directory: folder.path)))
    }
    return results
  }

  private static let queue = "resource \"aws_sqs_queue\" \"jobs\" {}\n"

  @Test(arguments: [
    (["cost", "main.tf"], Basics.ExitStatus.done, "Monthly cost depends on usage"),
    (["cost", "unknown.tf"], .undecided, "no price is known for aws_quantum"),
    (["cost", "main.tf", "--usage", "wrong.yml"], .error, "Did you mean \"monthly_requests\"?"),
    (["cost", "main.tf", "--usage", "elsewhere.yml"], .done, "warning: Unknown resource"),
    (["cost", "missing"], .error, "no such file or folder"),
    (["cost", "broken.tf"], .error, "broken.tf:1:"),
    (["cost", "main.tf", "--minimum-coverage", "2"], .usage, "--minimum-coverage"),
    (["prices", "show", "ec2/m5.large"], .done, "$0.096"),
    (["prices", "show", "nothing"], .usage, "no price \"nothing\""),
    (["prices", "import", "broken.tf"], .error, "unknown kind of price list"),
    (["prices", "age"], .done, "aws/ec2: 15860 prices of"),
  ])
  func saysWhatItIsAndExitsAsPromised(
    arguments: [String], status: Basics.ExitStatus, words: String
  ) async throws {
    let result = try #require(
      await Self.run(
        [arguments],
        files: [
          "main.tf": Self.queue, "unknown.tf": "resource \"aws_quantum\" \"q\" {}\n",
          "broken.tf": "resource \"aws_sqs_queue\" \"q\" {\n",
          "wrong.yml": "resource_usage:\n  aws_sqs_queue.jobs:\n    monthly_request: 1\n",
          "elsewhere.yml": "resource_usage:\n  aws_sqs_queue.other:\n    monthly_requests: 1\n",
        ]
      ).first)
    #expect(result.status == Int(status.rawValue), "\(result.errors)")
    let said = (result.errors + result.output).lowercased()
    #expect(said.contains(words.lowercased()), "\(result.errors)\(result.output)")
  }

  @Test func importedPricesGoFirstAndAFileOfTheCommandBeforeThem() async throws {
    let header = "provider,service,region,key,unit,price,date,source\n"
    let results = try await Self.run(
      [
        ["prices", "import", "ours.csv"], ["cost", "main.tf", "--format", "json"],
        ["cost", "main.tf", "--format", "json", "--prices", "offer.csv"],
      ],
      files: [
        "main.tf": Self.queue,
        "ours.csv": header + "aws,sqs,us-east-1,standard,million requests,0.3,2026-07-01,our agreement\n",
        "offer.csv": header + "aws,sqs,us-east-1,standard,million requests,0.2,2026-07-02,an offer\n",
      ])
    #expect(results.allSatisfy { $0.status == 0 }, "\(results.map(\.errors))")
    let prices = try results.dropFirst().map { result in
      try JSONValue(parsing: result.output)["resources"]?[0]?["components"]?[0]?["unitPrice"]?.double
    }
    #expect(prices == [0.3, 0.2])
  }
}
