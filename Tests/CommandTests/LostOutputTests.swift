import Basics
import ExternalTools
import Foundation
import TestFolders
import Testing

/// Nobody reads, or the disk is full: work goes on, and is said at the end where anybody can still hear it.
struct LostOutputTests {
  private static let programs = URL(filePath: ProcessInfo.processInfo.arguments[0])
    .deletingLastPathComponent()
    .path(percentEncoded: false)
  private static let tool = ToolFinder.find("terraform", environment: ProcessInfo.processInfo.environment)

  private static func shell(_ script: String, in root: String) async throws -> ProcessResult {
    try await ProcessRunner.run(
      ProcessCall(
        executable: "/bin/bash", arguments: ["-c", script],
        environment: ["PATH": "/usr/bin:/bin:\(root)/bin", "HOME": root, "XDG_STATE_HOME": root],
        directory: root, timeout: .seconds(120)))
  }

  private static func inFolder(_ body: (String) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(path: "lost-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(root) } }
    try await body(root.path(percentEncoded: false))
  }

  @Test(arguments: [
    ("2>&1 | head -c 1 >/dev/null; exit ${PIPESTATUS[0]}", 0), (">&- 2>&-", 1), (">/dev/full", 1),
    ("2>/dev/full", 0),
    (">/dev/full 2>/dev/full", 1), ("<&- >&- 2>&-", 1),
  ])
  func aPriceIsWorkedOutWhoeverReads(redirection: String, status: Int) async throws {
    try await Self.inFolder { root in
      try Data(
        "resource \"aws_ebs_volume\" \"a\" {\n  availability_zone = \"us-east-1a\"\n  size = 10\n}\n".utf8
      )
      .write(to: URL(filePath: "\(root)/main.tf"))
      let result = try await Self.shell("'\(Self.programs)/consilium' cost main.tf \(redirection)", in: root)
      #expect(result.status == status, "\(redirection): \(result.status) \(result.errors)")
      if redirection == ">/dev/full" { #expect(result.errors.contains("could not be written")) }
    }
  }

  @Test(
    .enabled(if: tool != nil, "terraform is not installed: nothing is applied"),
    arguments: [
      "2>&1 | head -c 1 >/dev/null", "2>/dev/full", ">&- 2>&-", ">/dev/full 2>/dev/full",
      "| head -c 1 >/dev/null",
    ])
  func anApplyGoesOnWhoeverReads(redirection: String) async throws {
    try await Self.inFolder { root in
      try FileManager.default.createDirectory(atPath: "\(root)/bin", withIntermediateDirectories: true)
      try FileManager.default.createSymbolicLink(
        atPath: "\(root)/bin/terraform", withDestinationPath: try #require(Self.tool))
      try FileManager.default.createDirectory(atPath: "\(root)/code", withIntermediateDirectories: true)
      let resources = (0..<20).map { "resource \"terraform_data\" \"r\($0)\" {\n  input = \($0)\n}\n" }
        .joined()
      try Data(resources.utf8).write(to: URL(filePath: "\(root)/code/main.tf"))
      let executor = "'\(Self.programs)/consilium-executor'"
      let planned = try await Self.shell("\(executor) plan code --format json", in: root)
      let plan = try #require(JSONValue.document(planned.output)?["plan"]?.string, "\(planned.errors)")
      #expect(try await Self.shell("\(executor) approve \(plan) --as maria", in: root).status == 0)
      _ = try await Self.shell("\(executor) apply \(plan) \(redirection)", in: root)
      let again = try await Self.shell("\(executor) apply \(plan)", in: root)
      #expect(again.status == 1 && again.errors.contains("ended as done"), "\(redirection): \(again.errors)")
    }
  }
}
