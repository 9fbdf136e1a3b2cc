import Basics
import Foundation
import Masking
import Records
import Store
import TestFolders
import Testing

@testable import Services

/// What the journal keeps once.
struct StoreJournalTests {
  private static func withJournal(_ body: (StoreJournal, Store) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "journal-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    let store = try Store(path: folder.appending(path: "c.db").path)
    let time = "2026-11-27T00:00:00Z"
    try await store.begin(
      RunRecord(id: "r", created: time, title: "t", request: "q", crew: "c", mode: "solo", status: .running),
      audit: AuditEntry(time: time, actor: "a", action: .asked, subject: "r", detail: "t"))
    let mask = try SecretMask(environment: [:])
    try await body(try await StoreJournal(store: store, run: "r", replays: false, mask: mask), store)
  }

  @Test func manyWhoKeepTheSameKeepItOnce() async throws {
    try await Self.withJournal { journal, store in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<20 {
          group.addTask {
            try await journal.keepOnce(.integer(number), under: "k")
            // Whoever comes back finds it on the disk, not only in memory.
            #expect(try await store.steps(run: "r").map(\.key) == ["k"])
          }
        }
        try await group.waitForAll()
      }
      #expect(try await store.steps(run: "r").map(\.value) == [try #require(await journal.known("k"))])
    }
  }

  @Test func whatCouldNotBeKeptIsNotShown() async throws {
    try await Self.withJournal { journal, store in
      // A step that is there already, and of which this journal does not know.
      try await store.record(StepRecord(key: "k", status: .done, value: .integer(1)), run: "r")
      await #expect(throws: (any Error).self) { try await journal.keepOnce(.integer(2), under: "k") }
      #expect(await journal.known("k") == nil)
    }
  }
}
