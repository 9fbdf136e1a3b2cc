import TestFolders
import Basics
import ExternalTools
import Foundation
import Testing

/// The command as a script sees it: exit status, streams, and what it leaves behind.
struct CommandTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path(percentEncoded: false)

  /// The program lies beside the test bundle.
  private static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "consilium").path(percentEncoded: false)

  private static func withFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "command-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    try await body(folder.path(percentEncoded: false))
  }

  private static func run(_ arguments: [String], in folder: String) async throws -> ProcessResult {
    try await ProcessRunner.run(
      ProcessCall(
        executable: program, arguments: arguments,
        environment: ["PATH": "/nonexistent", "HOME": folder, "CONSILIUM_HOME": root], directory: folder))
  }

  @Test(arguments: [
    (["ask", ""], Basics.ExitStatus.usage, "The request is empty"),
    (["ask", "write me a poem"], .usage, "not about infrastructure"),
    (["ask", "an S3 bucket in eu-west-9"], .usage, "Unknown region"),
    (
      ["ask", "a highly available database on a single instance without redundancy"], .undecided,
      "contradicts"
    ),
    (["ask", "--rounds", "9", "an S3 bucket"], .usage, "--rounds"),
    (["ask"], .usage, "Missing expected argument"),
    (["nonsense"], .usage, "nonsense"), (["revieu", "."], .usage, "Did you mean 'consilium review'?"),
    (["mcp", "instal", "claude"], .usage, "Did you mean 'consilium mcp install'?"),
    (["mcp", "install", "claud"], .usage, "claud"),
    (["mcp", "install", "claude"], .changes, "Nothing was written"),
    (["report", "2099"], .error, "No such run"),
    (["ask", "--crew", "none.yaml", "an S3 bucket"], .error, "none.yaml:1:1: error:"),
    (["check", "missing"], .error, "cannot be read"), (["check"], .usage, "Name what to check"),
    (["plan", "missing"], .error, "cannot read folder"), (["apply", "none"], .error, "No such plan"),
    (["revoke", "none"], .error, "No such approval"),
    (["keys", "trust", "x", "y"], .usage, "not an Ed25519"),
  ])
  func whatIsWrongIsSaidAndLeavesNothing(
    arguments: [String], status: Basics.ExitStatus, message: String
  ) async throws {
    try await Self.withFolder { folder in
      let result = try await Self.run(arguments, in: folder)
      #expect(result.status == Int(status.rawValue))
      let said = (result.errors + result.output).lowercased()
      #expect(said.contains(message.lowercased()), "\(result.errors)\(result.output)")
      let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0 != ".local" }
      #expect(left.isEmpty)
    }
  }

  @Test func resultsGoToOutputAndTheWorkToErrors() async throws {
    try await Self.withFolder { folder in
      let asked = try await Self.run(
        ["ask", "--format", "json", "--output", "out", "an SQS queue named jobs in eu-west-1"], in: folder)
      #expect(asked.status == 0)
      let report = try JSONValue(parsing: asked.output)
      let run = try #require(report["run"]?.string)
      #expect(asked.errors.contains("verdict: done"))
      #expect(!asked.errors.contains("\u{1B}"))
      #expect(try await Self.run(["replay", run], in: folder).output.contains("identical"))
      #expect(try await Self.run(["report", run, "--format", "json"], in: folder).output == asked.output)
      #expect(try await Self.run(["runs", "--format", "json"], in: folder).output.contains(run))
      #expect(try await Self.run(["check", "out/infrastructure"], in: folder).status == 0)
      let again = try await Self.run(["ask", "--output", "out", "an SQS queue"], in: folder)
      #expect(again.status == 1 && again.errors.contains("not empty"))
    }
  }

  @Test func theVersionNeedsNothing() async throws {
    try await Self.withFolder { folder in
      let result = try await Self.run(["--version"], in: folder)
      #expect(result.status == 0 && result.output.contains("."))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty)
    }
  }
}
