import Foundation
import Reporting
import Store
import TestFolders
import Testing
import Vocabulary

@testable import Services

/// Runs and bundles that an earlier version wrote: a replay gives the same bytes whatever has changed since.
struct OldRunTests {
  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Fixtures/first-runs")

  @Test(arguments: [
    ("20261127-051702-0fe010", "shop"), ("20261127-051703-e2326e", "site"),
    ("20261127-051703-708682", "shell"),
  ])
  func aReplayGivesTheSameBytes(run: String, folder: String) async throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "old-\(UUID().uuidString)")
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(copy) } }
    try FileManager.default.copyItem(at: Self.fixtures, to: copy)
    let replayed = try await RunService.reading(copy.appending(path: "runs.db").path(percentEncoded: false))
      .replay(run)
    #expect(replayed.identical)
    let bundle = copy.appending(path: folder)
    func text(_ path: String) throws -> String {
      try String(contentsOf: bundle.appending(path: path), encoding: .utf8)
    }
    #expect(try replayed.report.json() == text("report.json"))
    #expect(try replayed.report.markdown() == text("report.md"))
    #expect(!replayed.files.isEmpty)
    for file in replayed.files { #expect(try file.content == text(file.path), "\(file.path)") }
  }
}
