import Records
import TestFolders
import Basics
import FoundationEssentials
import GRDB
import Testing

@testable import Store

struct StoreTests {
  private static func withStore(_ body: (Store, String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "store-\(UInt64.random(in: 0..<UInt64.max))")
    defer { do { try RemovedFolder.remove(folder) } catch { Issue.record(error) } }
    let path = folder.appending(path: "consilium.db").path(percentEncoded: false)
    try await body(try Store(path: path), path)
  }

  private static let run = RunRecord(
    id: "20261123-080000-abc", created: "2026-11-23T08:00:00Z", title: "t", request: "r", crew: "c",
    mode: "debate",
    status: .running)

  @Test func settingsHoldOnTheLiveConnection() async throws {
    try await Self.withStore { store, _ in
      let values = try await store.read { database in
        try [
          "journal_mode", "synchronous", "foreign_keys", "trusted_schema", "cell_size_check", "mmap_size",
          "temp_store", "journal_size_limit", "busy_timeout", "application_id",
        ]
        .map { try String.fetchOne(database, sql: "PRAGMA \($0)") ?? "" }
      }
      #expect(
        values == [
          "wal", "2", "1", "0", "1", "0", "2", "67108864", "30000", "\(StoreSettings.applicationID)",
        ])
    }
  }

  /// A run that is cut off right behind its beginning can be gone on with: there is no moment at which it has no setup.
  @Test func aRunBeginsWithItsSetup() async throws {
    try await Self.withStore { store, _ in
      let setup = StepRecord(key: "setup", status: .done, value: ["a": 1])
      try await store.begin(Self.run, setup: setup)
      #expect(try await store.steps(run: Self.run.id) == [setup])
      try await store.record(StepRecord(key: "next", status: .done, value: 2), run: Self.run.id)
      #expect(try await store.steps(run: Self.run.id).map(\.key) == ["setup", "next"])
    }
  }

  @Test func keepsStepsInOrderAndFindsAChangedOne() async throws {
    try await Self.withStore { store, _ in
      try await store.begin(Self.run)
      for number in 1...5 {
        try await store.record(
          StepRecord(key: "step-\(number)", status: .done, value: ["n": .integer(number)]), run: Self.run.id)
      }
      let steps = try await store.steps(run: Self.run.id)
      #expect(steps.map(\.key) == (1...5).map { "step-\($0)" })
      try await store.write {
        try $0.execute(sql: "UPDATE step SET value = '{\"n\":9}' WHERE key = 'step-3'")
      }
      await #expect {
        try await store.steps(run: Self.run.id)
      } throws: { error in
        (error as? StoreError)?.code == .corrupt && "\(error)".contains("step-3")
      }
    }
  }

  @Test func refusesTheSameStepTwice() async throws {
    try await Self.withStore { store, _ in
      try await store.begin(Self.run)
      let step = StepRecord(key: "a", status: .failed, value: "why")
      try await store.record(step, run: Self.run.id)
      await #expect { try await store.record(step, run: Self.run.id) } throws: {
        ($0 as? StoreError)?.code == .conflict
      }
      #expect(try await store.steps(run: Self.run.id) == [step])
    }
  }

  @Test func findsARunByTheBeginningOfItsID() async throws {
    try await Self.withStore { store, _ in
      try await store.begin(Self.run)
      var other = Self.run
      other.id = "20261123-090000-def"
      try await store.begin(other)
      try await store.update(run: other.id, status: .done, folder: "out")
      #expect(try await store.run("20261123-09").folder == "out")
      for prefix in ["2026", "x", ""] {
        await #expect { try await store.run(prefix) } throws: { ($0 as? StoreError)?.code == .notFound }
      }
    }
  }

  private static func entry(_ subject: String) -> AuditEntry {
    AuditEntry(time: "t", actor: "m", action: .planned, subject: subject, detail: "d")
  }

  @Test func anApprovalIsUsedOnce() async throws {
    try await Self.withStore { store, _ in
      try await store.keep(
        PlanRecord(id: "plan-1", created: "t", digest: "d", document: ["a": 1]), audit: Self.entry("plan-1"))
      try await store.keep(
        ApprovalRecord(
          id: "approval-1", plan: "plan-1", digest: "d", approver: "m", created: "t", expires: "u",
          comment: ""), audit: Self.entry("approval-1"))
      let apply = ApplyRecord(
        id: "apply-1", plan: "plan-1", approval: "approval-1", started: "t", status: .unknown, detail: "")
      try await store.begin(apply, spending: [("approval-1", "n")], audit: Self.entry("apply-1"))
      var again = apply
      again.id = "apply-2"
      await #expect {
        try await store.begin(again, spending: [("approval-1", "n")], audit: Self.entry("apply-2"))
      } throws: {
        ($0 as? StoreError)?.code == .conflict
      }
      #expect(try await store.applies(plan: "plan-1").map(\.id) == ["apply-1"])
      #expect(try await store.approvals(plan: "plan-1").first?.used == "t")
      #expect(try await store.audit().map(\.entry.subject) == ["plan-1", "approval-1", "apply-1"])
    }
  }

  @Test(arguments: [
    ("UPDATE audit SET detail = 'x' WHERE sequence = 3", 3), ("DELETE FROM audit WHERE sequence = 2", 2),
    ("UPDATE audit SET actor = 'x' WHERE sequence = 5", 5),
    ("UPDATE audit SET hash = 'x' WHERE sequence = 1", 1),
    ("UPDATE audit SET sequence = 9 WHERE sequence = 5", 5),
  ])
  func aChangedTrailIsFound(sql: String, row: Int) async throws {
    try await Self.withStore { store, _ in
      for number in 1...5 { try await store.record(Self.entry("plan-\(number)")) }
      #expect(try await store.firstBrokenAuditRow() == nil)
      try await store.write { try $0.execute(sql: sql) }
      #expect(try await store.firstBrokenAuditRow() == row)
      #expect(try await store.audit(after: 5).count <= 1)
    }
  }

  @Test(arguments: [
    ("UPDATE audit SET sequence = sequence", nil), ("DELETE FROM audit WHERE sequence > 3", 4),
    ("DELETE FROM audit", 1),
  ])
  func aTrailThatWasCutShowsAgainstAnExport(sql: String, row: Int?) async throws {
    try await Self.withStore { store, _ in
      for number in 1...5 { try await store.record(Self.entry("plan-\(number)")) }
      let export = try await store.audit()
      try await store.write { try $0.execute(sql: sql) }
      #expect(try await store.firstBrokenAuditRow() == nil)
      #expect(try await store.firstRowUnlike(export) == row)
    }
  }

  @Test func leavesAFileThatIsNoDatabaseAsItIs() throws {
    let path = FileManager.default.temporaryDirectory.appending(
      path: "not-a-store-\(UInt64.random(in: 0..<UInt64.max)).db")
    let content = Data(String(repeating: "hello ", count: 1000).utf8)
    try content.write(to: path)
    defer { do { try FileManager.default.removeItem(at: path) } catch { Issue.record(error) } }
    #expect { try Store(path: path.path(percentEncoded: false)) } throws: {
      ($0 as? StoreError)?.code == .corrupt
    }
    #expect(try Data(contentsOf: path) == content)
  }

  /// SQLite's own limit on the size of the file stands for the disk: the same error comes at the same place.
  @Test func aFullDiskRefusesLosesNothingAndGoesOnWhenThereIsRoom() async throws {
    try await Self.withStore { store, _ in
      try await store.begin(Self.run)
      try await store.write { try $0.execute(sql: "PRAGMA max_page_count = 60") }
      let value = JSONValue.string(String(repeating: "x", count: 4000))
      var kept: [String] = []
      var refused: StoreError?
      for number in 0..<200 where refused == nil {
        do throws(StoreError) {
          try await store.record(
            StepRecord(key: "step-\(number)", status: .done, value: value), run: Self.run.id)
          kept.append("step-\(number)")
        } catch {
          refused = error
        }
      }
      #expect(refused?.code == .full)
      #expect(!kept.isEmpty)
      #expect(try await store.steps(run: Self.run.id).map(\.key) == kept)
      try await store.write { try $0.execute(sql: "PRAGMA max_page_count = 10000") }
      try await store.record(StepRecord(key: "later", status: .done, value: value), run: Self.run.id)
      #expect(try await store.steps(run: Self.run.id).map(\.key) == kept + ["later"])
    }
  }

  /// A file that lost its end, as after a crash of the machine's disk, is named and left for a person.
  @Test(arguments: [0.5, 0.9, 0.0]) func aFileThatWasCutIsRefusedAndKept(share: Double) async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "cut-\(UUID().uuidString).db").path()
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    do {
      let store = try Store(path: path)
      try await store.begin(Self.run)
      for number in 0..<100 {
        try await store.record(
          StepRecord(
            key: "step-\(number)", status: .done, value: .string(String(repeating: "y", count: 2000))),
          run: Self.run.id)
      }
      try await store.database.writeWithoutTransaction {
        try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
      }
    }
    let whole = try Data(contentsOf: URL(filePath: path))
    let part = whole.prefix(Int(saturating: Double(whole.count) * share) / 4096 * 4096 + 100)
    try part.write(to: URL(filePath: path))
    for end in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: path + end) {
      try FileManager.default.removeItem(atPath: path + end)
    }
    do {
      let store = try Store(path: path)
      _ = try await store.steps(run: Self.run.id)
      Issue.record("half a file was taken for a whole one")
    } catch {
      #expect(error.code == .corrupt)
      #expect("\(error)".contains(path))
    }
    #expect(try Data(contentsOf: URL(filePath: path)) == part)
  }

  @Test func refusesANewerSchema() async throws {
    try await Self.withStore { store, path in
      try await store.write {
        try $0.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
      }
      #expect { try Store(path: path) } throws: { ($0 as? StoreError)?.code == .newer }
    }
  }

  @Test func saysWhenTheFolderCannotBeWritten() {
    #expect { try Store(path: "/proc/none/consilium.db") } throws: {
      ($0 as? StoreError)?.code == .cannotOpen
    }
  }
}

/// Many writers of one store.
struct SharedWriteTests {
  @Test func writesOfOneMomentShareATransactionAndFailAlone() async throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "shared-\(UUID().uuidString).db").path()
    defer { for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) } }
    let store = try Store(path: path)
    let runs = (0..<8).map { "run-\($0)" }
    for run in runs {
      try await store.begin(
        RunRecord(
          id: run, created: "2026-01-01T00:00:00Z", title: "t", request: "r", crew: "c", mode: "solo",
          status: .running))
    }
    let conflicts = await withTaskGroup(of: Bool.self) { group in
      for run in runs {
        for number in 0..<50 {
          // Every step twice: one of the two has to be refused, and nothing else.
          for _ in 0..<2 {
            group.addTask {
              do throws(StoreError) {
                try await store.record(
                  StepRecord(key: "step-\(number)", status: .done, value: .integer(number)), run: run)
                return false
              } catch {
                return error.code == .conflict
              }
            }
          }
        }
      }
      return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
    }
    #expect(conflicts == 8 * 50)
    for run in runs {
      let steps = try await store.steps(run: run)
      #expect(Set(steps.map(\.key)).count == 50)
    }
  }
}
