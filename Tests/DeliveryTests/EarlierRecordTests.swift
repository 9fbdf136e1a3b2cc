import Records
import Basics
import Delivery
import Digests
import FoundationEssentials
import GRDB
import Store
import Synchronization
import Testing

@testable import Store

/// Plans that another version kept: what can be read goes on, and what cannot is said.
struct EarlierRecordTests {
  private final class Notes: Sendable {
    private let lines = Mutex<[String]>([])

    func take(_ progress: ToolProgress) {
      if case .note(let line) = progress { lines.withLock { $0.append(line) } }
    }

    var all: [String] { lines.withLock { $0 } }
  }

  private static func rewrite(_ place: Place, _ plan: String, _ document: String) async throws {
    try await place.store().database.writeWithoutTransaction { database in
      try database.execute(
        sql: "UPDATE plan SET document = ? WHERE id = ?", arguments: [document, plan])
    }
  }

  @Test(.needsTool, arguments: [true, false])
  func oneThatCannotBeReadIsLeftOutAndSaid(isJSON: Bool) async throws {
    try await Place.with { place in
      let old = try await place.deliver().apply
      try place.write(Place.configuration.replacing("one", with: "two"))
      let second = try await place.deliver().apply
      let earlier = isJSON ? "{\"folder\": \"\(place.folder)\", \"requester\": \"tester\"}" : "no JSON"
      try await Self.rewrite(place, old.plan, earlier)
      let executor = try place.executor()
      let notes = Notes()
      let tell: ProgressObserver = { notes.take($0) }
      #expect(try await executor.drift(place.folder, progress: tell).changes.isEmpty)
      #expect(try await executor.appliedFolders(tell) == [place.folder])
      try place.write(Place.configuration.replacing("one", with: "three"))
      let planned = try await executor.plan(place.folder, progress: tell)
      #expect(planned.document.undo.restores == second.id)
      _ = try await place.approveAndApply(planned)
      let last = try #require(try await place.store().applies().first)
      #expect(try await executor.undo(last.id, progress: tell).document.changes.count == 1)
      #expect(notes.all.count >= 5)
      #expect(notes.all.allSatisfy { $0.contains(old.id) && $0.contains(old.plan) && $0.contains("again") })
      // Only what asks for it by name is refused.
      await Place.refused(.changed) { _ = try await executor.undo(old.id, progress: tell) }
      await Place.refused(.changed) { _ = try await executor.reconcile(old.plan, progress: tell) }
      await Place.refused(.changed) { _ = try await executor.apply(old.plan, progress: tell) }
      #expect(try await executor.approvals(plan: nil).contains { $0.worth == "The kept plan cannot be read" })
    }
  }

  @Test(.needsTool)
  func oneOfAnotherFolderIsNotSpokenOf() async throws {
    try await Place.with { place in
      let old = try await place.deliver().apply
      try await Self.rewrite(place, old.plan, "{\"folder\": \"/elsewhere\"}")
      let notes = Notes()
      _ = try await place.executor().plan(place.folder) { notes.take($0) }
      #expect(notes.all.isEmpty)
    }
  }

  /// The way back to files whose copy is gone is no reason not to go on.
  @Test(.needsTool)
  func aMissingCopyOfTheFilesBeforeIsALoss() async throws {
    try await Place.with { place in
      let old = try await place.deliver().apply
      try FileManager.default.removeItem(atPath: "\(place.home)/plans/\(old.plan)")
      try place.write(Place.configuration.replacing("one", with: "two"))
      let planned = try await place.executor().plan(place.folder) { _ in }
      #expect(planned.document.undo.losses.contains { $0.contains(old.id) })
    }
  }
}
