import Basics
import Foundation
import GRDB
import Glibc
import Records
import TestFolders
import Testing

@testable import Store

/// Many at once, somebody else's file, a file that can only be read, and what the journals have to hold.
struct StoreBoundaryTests {
  private static func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "store-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { #expect(throws: Never.self) { try RemovedFolder.remove(folder) } }
    try await body(folder.path(percentEncoded: false))
  }

  private static func run(_ id: String) -> RunRecord {
    RunRecord(
      id: id, created: "2026-11-23T08:00:00Z", title: "t", request: "r", crew: "c", mode: "debate",
      status: .running)
  }

  private static func step(_ key: String) -> StepRecord {
    StepRecord(key: key, status: .done, value: ["k": .string(key)])
  }

  /// Each opening has its own connection and its own lock, as a process has.
  @Test func manyOpenANewFileAtOnceAndAllWriteIntoIt() async throws {
    for _ in 0..<8 {
      try await Self.inFolder { folder in
        let path = "\(folder)/consilium.db"
        try await withThrowingTaskGroup(of: Void.self) { group in
          for number in 0..<12 {
            group.addTask {
              let store = try Store(path: path)
              try await store.begin(Self.run("run-\(number)"))
              for step in 0..<3 { try await store.record(Self.step("s\(step)"), run: "run-\(number)") }
            }
          }
          try await group.waitForAll()
        }
        let store = try Store(path: path)
        #expect(try await store.runs().count == 12)
        let check = try await store.journals()
        #expect(check.runs == 12 && check.steps == 36 && check.faults.isEmpty)
        let isSound = try await store.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
        #expect(isSound == "ok")
      }
    }
  }

  @Test(arguments: ["DELETE", "WAL"])
  func anotherProgramsDatabaseIsLeftAsItIs(mode: String) async throws {
    try await Self.inFolder { folder in
      let path = "\(folder)/theirs.db"
      var configuration = Configuration()
      if mode == "WAL" { configuration.journalMode = .wal }
      let theirs = try DatabaseQueue(path: path, configuration: configuration)
      try await theirs.write { try $0.execute(sql: "CREATE TABLE note (text TEXT)") }
      try theirs.close()
      let before = FileManager.default.contents(atPath: path)
      #expect { try Store(path: path) } throws: { ($0 as? StoreError)?.code == .foreign }
      #expect(FileManager.default.contents(atPath: path) == before)
    }
  }

  @Test func whatOnlyMarksItselfAsOursIsNot() async throws {
    try await Self.inFolder { folder in
      let path = "\(folder)/marked.db"
      let theirs = try DatabaseQueue(path: path)
      try await theirs.writeWithoutTransaction { try $0.execute(sql: "PRAGMA application_id = 7") }
      try theirs.close()
      #expect { try Store(path: path) } throws: { ($0 as? StoreError)?.code == .foreign }
    }
  }

  /// What a process leaves that was killed after the list of migrations and before the first of them.
  @Test func aStoreThatWasOnlyBegunIsOurs() async throws {
    try await Self.inFolder { folder in
      let path = "\(folder)/begun.db"
      let begun = try DatabaseQueue(path: path)
      try await begun.write {
        try $0.execute(sql: "CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
      }
      try begun.close()
      #expect(try await Store(path: path).runs().isEmpty)
    }
  }

  @Test func aPipeOrAFolderIsNoStore() async throws {
    try await Self.inFolder { folder in
      #expect(mkfifo("\(folder)/pipe", 0o600) == 0)
      for path in ["\(folder)/pipe", folder] {
        #expect { try Store(path: path) } throws: { ($0 as? StoreError)?.code == .cannotOpen }
      }
    }
  }

  /// The administrator may write everywhere, so there the copy is made by hand.
  @Test func aFileThatCanOnlyBeReadIsRead() async throws {
    try await Self.inFolder { folder in
      let path = "\(folder)/consilium.db"
      do {
        let store = try Store(path: path)
        try await store.begin(Self.run("run-1"))
        guard geteuid() != 0 else { return }
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
      }
      let store = try Store(path: path)
      #expect(store.isReadOnly)
      #expect(try await store.runs().map(\.id) == ["run-1"])
      await #expect { try await store.begin(Self.run("run-2")) } throws: {
        ($0 as? StoreError)?.code == .readOnly
      }
    }
  }

  @Test(arguments: [
    "UPDATE step SET value = '{}' WHERE run = 'run-1' AND key = 's1'",
    "UPDATE step SET status = 'failed' WHERE run = 'run-1' AND key = 's1'",
    "UPDATE step SET key = 'x' WHERE run = 'run-1' AND key = 's1'",
    "UPDATE step SET hash = '00' WHERE run = 'run-1' AND key = 's1'",
    "DELETE FROM step WHERE run = 'run-1' AND key = 's0'",
    "DELETE FROM step WHERE run = 'run-1' AND key = 's1'",
    "DELETE FROM step WHERE run = 'run-1' AND key = 's2'", "DELETE FROM step WHERE run = 'run-1'",
    "UPDATE step SET sequence = 9 WHERE run = 'run-1' AND key = 's2'",
    "UPDATE step SET run = 'run-2', sequence = 7, key = 'x' WHERE run = 'run-1' AND key = 's2'",
  ])
  func aJournalThatWasChangedIsFound(statement: String) async throws {
    try await Self.inFolder { folder in
      let store = try Store(path: "\(folder)/consilium.db")
      for run in ["run-1", "run-2"] {
        try await store.begin(Self.run(run))
        for step in 0..<3 { try await store.record(Self.step("s\(step)"), run: run) }
        try await store.end(run: run, status: .done, actor: "tom", time: "2026-11-23T08:00:00Z")
      }
      #expect(try await store.journals().faults.isEmpty)
      #expect(try await store.firstBrokenAuditRow() == nil)
      try await store.write { try $0.execute(sql: statement) }
      #expect(try await store.journals().faults.map(\.run).contains("run-1"), "\(statement)")
    }
  }

  /// A run that is taken up again has more steps than its first life ended with.
  @Test func aRunThatWentOnHolds() async throws {
    try await Self.inFolder { folder in
      let store = try Store(path: "\(folder)/consilium.db")
      try await store.begin(Self.run("run-1"))
      try await store.end(run: "run-1", status: .failed, actor: "tom", time: "2026-11-23T08:00:00Z")
      for step in 0..<3 { try await store.record(Self.step("s\(step)"), run: "run-1") }
      try await store.end(
        run: "run-1", status: .done, folder: "/f", actor: "tom", time: "2026-11-23T09:00:00Z")
      #expect(try await store.journals().faults.isEmpty)
      #expect(try await store.run("run-1").status == .done)
    }
  }
}
