import Basics
import ExternalTools
import Foundation
import TestFolders
import Testing

/// The folder is hostile: what is no ordinary file is refused in a moment, nothing is sent, nothing hangs.
struct HostileFolderTests {
  private static let program = URL(filePath: ProcessInfo.processInfo.arguments[0]).deletingLastPathComponent()
    .path(percentEncoded: false)

  private enum Thing: String, CaseIterable {
    case pipe, device, folder, endless, garbage, deep
  }

  private static func put(_ thing: Thing, at path: String) throws {
    switch thing {
    case .pipe: #expect(mkfifo(path, 0o600) == 0)
    case .device: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/dev/zero")
    case .folder: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    case .endless:
      try Data().write(to: URL(filePath: path))
      #expect(truncate(path, 3 << 30) == 0)
    case .garbage:
      try Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 131) }).write(to: URL(filePath: path))
    case .deep: try Data(String(repeating: "[{", count: 100_000).utf8).write(to: URL(filePath: path))
    }
  }

  private static let cases: [(file: String, arguments: [String])] = [
    ("agents.yaml", ["ask", "a private S3 bucket named reports in eu-west-1"]),
    ("agents.yaml", ["crew", "lint"]),
    ("agents.yaml", ["models"]), ("agents.yaml", ["trust", "agents.yaml"]),
    ("main.tf", ["check", "main.tf"]),
    ("main.tf", ["cost", "main.tf"]), ("web.yaml", ["check", "web.yaml"]),
    ("web.yaml", ["cost", "web.yaml"]),
    ("plan.json", ["cost", "plan.json"]), ("estate.tfstate", ["cost", "estate.tfstate"]),
    ("estate.tfstate", ["advise", "estate.tfstate"]),
    ("usage.yaml", ["cost", "--usage", "usage.yaml", "good.tf"]),
    ("focus.csv", ["advise", "--bill", "focus.csv", "good.tf"]),
  ]

  @Test(arguments: Thing.allCases.map(\.rawValue)) func itIsRefusedInAMoment(thing: String) async throws {
    let thing = try #require(Thing(rawValue: thing))
    for (file, arguments) in Self.cases {
      let root = FileManager.default.temporaryDirectory.appending(path: "hostile-\(UUID().uuidString)")
      try FileManager.default.createDirectory(
        at: root, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      defer { #expect(throws: Never.self) { try RemovedFolder.remove(root) } }
      let folder = root.path(percentEncoded: false)
      try Data("resource \"aws_s3_bucket\" \"a\" {}\n".utf8).write(to: URL(filePath: "\(folder)/good.tf"))
      try Self.put(thing, at: "\(folder)/\(file)")
      let result = try await ProcessRunner.run(
        ProcessCall(
          executable: "\(Self.program)/consilium", arguments: arguments,
          environment: [
            "PATH": "/nonexistent", "HOME": folder, "XDG_STATE_HOME": folder, "OPENAI_API_KEY": "sk-nothing",
            "OPENAI_BASE_URL": "http://127.0.0.1:1/v1",
          ], directory: folder, timeout: .seconds(60)))
      let name = "\(thing) as \(file): consilium \(arguments.joined(separator: " "))"
      #expect((1...64).contains(result.status), "\(name): \(result.status) \(result.output.prefix(300))")
      #expect(!(result.errors + result.output).isEmpty, "\(name) says nothing")
    }
    print("hostile folder, \(thing): \(Self.cases.count) cases")
  }
}
