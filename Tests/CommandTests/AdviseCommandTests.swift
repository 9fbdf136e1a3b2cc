import Basics
import ExternalTools
import Foundation
import TestFolders
import Testing

/// `advise` and `schedule` as a script sees them.
struct AdviseCommandTests {
  private static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .appending(path: "consilium").path(percentEncoded: false)

  private static let files = [
    "old/main.tf":
      "resource \"aws_ebs_volume\" \"data\" {\n  availability_zone = \"us-east-1a\"\n  size = 100\n  encrypted = true\n}\n",
    "good/main.tf": "resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n",
    "broken/main.tf": "resource \"aws_vpc\" {",
    "states/a.tfstate": #"{"version": 4, "lineage": "l", "resources": []}"#,
    "states/b.tfstate": "{ cut off",
    "tight.yaml": "budgets:\n  - name: all\n    monthly: 1\n",
  ]

  /// Runs the commands in a folder with the files, one after the other.
  private static func run(_ lines: [[String]]) async throws -> [ProcessResult] {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "advise-\(UInt64.random(in: 0..<UInt64.max))")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    var results: [ProcessResult] = []
    for line in lines {
      results.append(
        try await ProcessRunner.run(
          ProcessCall(
            executable: program, arguments: line,
            environment: ["PATH": "/nonexistent", "HOME": folder.path], directory: folder.path)))
    }
    return results
  }

  @Test(arguments: [
    (["advise", "old"], Basics.ExitStatus.changes, "+  type              = \"gp3\""),
    (["advise", "good"], .done, "Nothing to do."),
    (["advise", "broken"], .error, "broken/main.tf:1:"),
    (["advise", "missing"], .error, "There is no such file or folder"),
    (["advise", "--all", "states"], .error, "b.tfstate"),
    (["advise", "old", "--budget", "tight.yaml"], .budget, "EXCEEDED"),
    (["advise", "old", "--prometheus", "http://127.0.0.1:1"], .error, "The metrics cannot be read"),
    (["advise", "old", "--focus", "tight.yaml"], .error, "Not a bill in FOCUS format"),
    (["advise", "old", "--notify", "https://evil.example/"], .error, "not on the list"),
    (
      ["advise", "old", "--notify", "http://127.0.0.1:1/", "--allow-host", "127.0.0.1:1"], .error, "not told"
    ),
    (["advise"], .usage, "--all"), (["advise", "old", "--shard", "1/2"], .usage, "--shard"),
    (["advise", "old", "--window", "soon"], .usage, "--window"),
    (["advise", "dismiss", "f00", "--reason", "r"], .error, "No such advice"),
    (["schedule", "cron", "--at", "25:00"], .usage, "--at"),
    (["schedule", "kubernetes", "--shards", "4"], .done, "completions: 4"),
    (["schedule", "systemd", "--", "plan", "x"], .usage, "advise"),
  ])
  func saysWhatItIsAndExitsAsPromised(
    arguments: [String], status: Basics.ExitStatus, words: String
  ) async throws {
    let result = try #require(try await Self.run([arguments]).first)
    #expect(result.status == Int(status.rawValue), "\(result.errors)")
    #expect((result.errors + result.output).contains(words), "\(result.errors)\(result.output)")
  }

  @Test func aNightIsFollowedByTheNext() async throws {
    let night = ["advise", "old", "--store", "advice.db", "--format", "json", "--day"]
    let results = try await Self.run([
      night + ["2026-11-01"], night + ["2026-11-02"], ["advise", "list", "--store", "advice.db"],
    ])
    #expect(results.map(\.status) == [2, 2, 0])
    let first = try JSONValue(parsing: results[0].output)
    let second = try JSONValue(parsing: results[1].output)
    let advice = first["recommendations"]?.array?.count
    #expect(
      advice == first["changes"]?["new"]?.array?.count && advice == second["changes"]?["open"]?.array?.count)
    #expect(
      second["changes"]?["since"]?.string == "2026-11-01" && second["changes"]?["new"]?.array?.isEmpty == true
    )
    #expect(results[2].output.contains("open since 2026-11-01 $2.00"), "\(results[2].output)")
  }

  /// Killed as soon as its store is there: all of the night is kept or nothing, and the next run says what a first one says.
  @Test func aNightThatIsKilledLeavesNothingHalf() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "advise-\(UInt64.random(in: 0..<UInt64.max))")
    let code = folder.appending(path: "old")
    try FileManager.default.createDirectory(at: code, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    try Data((Self.files["old/main.tf"] ?? "").utf8).write(to: code.appending(path: "main.tf"))
    let store = folder.appending(path: "advice.db").path
    let night = ["advise", "old", "--store", store, "--day", "2026-11-01", "--format", "json"]
    let killed = Process()
    killed.executableURL = URL(filePath: Self.program)
    killed.arguments = night
    killed.currentDirectoryURL = folder
    killed.environment = ["PATH": "/nonexistent", "HOME": folder.path]
    killed.standardOutput = FileHandle.nullDevice
    try killed.run()
    while killed.isRunning, !FileManager.default.fileExists(atPath: store) { await Task.yield() }
    kill(killed.processIdentifier, SIGKILL)
    killed.waitUntilExit()
    func run(_ arguments: [String]) async throws -> ProcessResult {
      try await ProcessRunner.run(
        ProcessCall(
          executable: Self.program, arguments: arguments,
          environment: ["PATH": "/nonexistent", "HOME": folder.path], directory: folder.path))
    }
    let kept = try await run(["advise", "list", "--store", store]).output.split(separator: "\n").count
    let again = try JSONValue(parsing: try await run(night).output)
    let advice = try #require(again["recommendations"]?.array?.count)
    #expect([0, advice].contains(kept))
    #expect(again["changes"]?["new"]?.array?.count == advice)
  }
}
