import Records
import Basics
import Delivery
import Digests
import Foundation
import FoundationEssentials
import Store
import Testing
import Vocabulary

/// The executor with the real tool and its built-in `terraform_data`, which needs no provider and no network.
struct ExecutorTests {
  @Test(.needsTool)
  func planApproveApplyOnce() async throws {
    try await Place.with { place in
      let executor = try place.executor()
      let planned = try await executor.plan(place.folder) { _ in }
      #expect(planned.changesAnything)
      #expect(planned.document.changes.map(\.address) == ["terraform_data.a"])
      let id = planned.record.id
      await Place.refused(.notApproved) { _ = try await executor.apply(id) { _ in } }
      let applied = try await place.approveAndApply(planned)
      #expect(applied.apply.status == .done)
      #expect(applied.outputs.first?.value == "one")
      #expect(
        applied.outcomes == [
          ResourceOutcome(address: "terraform_data.a", action: "create", status: .done, isConfirmed: true)
        ])
      #expect(try await place.store().apply(applied.apply.id).outcome.array?.count == 1)
      await Place.refused(.used) { _ = try await executor.apply(id) { _ in } }
      await Place.refused(.used) { _ = try await executor.approve(id, word: ApprovalWord(approver: "tom")) }
      #expect(try await executor.plan(place.folder) { _ in }.changesAnything == false)
    }
  }

  @Test(.needsTool)
  func everythingKeptIsForTheOwnerOnly() async throws {
    try await Place.with { place in
      try await place.deliver()
      for path in try #require(FileManager.default.subpaths(atPath: place.home)) {
        let mode = try FileManager.default.attributesOfItem(atPath: "\(place.home)/\(path)")[
          .posixPermissions]
        // What the tool itself makes lies in folders that nobody else can enter.
        guard !path.contains("/.terraform") else { continue }
        #expect((mode as? Int ?? 0o777) & 0o077 == 0, "\(path)")
      }
    }
  }

  @Test(.needsTool)
  func anInvalidConfigurationIsNotPlanned() async throws {
    try await Place.with { place in
      try place.write("resource \"terraform_data\" \"a\" {\n  nonsense = 1\n}\n")
      let executor = try place.executor()
      await Place.refused(.invalid) { _ = try await executor.plan(place.folder) { _ in } }
    }
  }

  @Test(.needsTool)
  func progressNamesEachResource() async throws {
    try await Place.with { place in
      let planned = try await place.executor().plan(place.folder) { _ in }
      _ = try await place.executor().approve(planned.record.id, word: ApprovalWord(approver: "maria"))
      let (stream, continuation) = AsyncStream.makeStream(of: ToolProgress.self)
      _ = try await place.executor().apply(planned.record.id) { continuation.yield($0) }
      continuation.finish()
      var seen: [ToolProgress] = []
      for await progress in stream { seen.append(progress) }
      #expect(seen.contains(.resource(address: "terraform_data.a", phase: .started, detail: "create")))
      // How long it took is the machine's business.
      guard case .resource("terraform_data.a", .done, let detail) = seen.last else {
        Issue.record("the last event is \(String(describing: seen.last))")
        return
      }
      #expect(detail.wholeMatch(of: /\d+ s/) != nil)
    }
  }

  @Test(.needsTool)
  func aFailureSaysWhatHappenedToEachResource() async throws {
    try await Place.with { place in
      try place.write(
        """
        resource "terraform_data" "good" {
          input = 1
        }
        resource "terraform_data" "bad" {
          input = terraform_data.good.output
          provisioner "local-exec" {
            command = "echo password=hunter2hunter >&2; false"
          }
        }
        resource "terraform_data" "never" {
          input = terraform_data.bad.output
        }
        """)
      let planned = try await place.planAllowing()
      await #expect {
        try await place.approveAndApply(planned)
      } throws: { error in
        let detail = (error as? DeliveryError)?.detail ?? ""
        return detail.contains("done: create terraform_data.good")
          && detail.contains("failed: create terraform_data.bad")
          && detail.contains("skipped: create terraform_data.never") && !detail.contains("hunter2")
      }
      let apply = try #require(try await place.store().applies(plan: planned.record.id).first)
      #expect(apply.status == .failed && !apply.detail.contains("hunter2"))
    }
  }

  @Test(.needsTool)
  func undoGoesBackStepByStep() async throws {
    try await Place.with { place in
      let first = try await place.deliver()
      try place.write(Place.configuration.replacing("one", with: "two"))
      let planned = try await place.executor().plan(place.folder) { _ in }
      #expect(planned.document.undo.restores == first.apply.id)
      #expect(planned.document.undo.changes.map(\.action) == [.update])
      #expect(planned.document.undo.pending.isEmpty)
      let second = try await place.approveAndApply(planned)
      #expect(second.outputs.first?.value == "two")
      await Place.refused(.changed) { _ = try await place.executor().undo(first.apply.id) { _ in } }
      let back = try await place.executor().undo(second.apply.id) { _ in }
      #expect(back.document.purpose == .undo && back.document.undoes == second.apply.id)
      #expect(try await place.approveAndApply(back).outputs.first?.value == "one")
    }
  }

  @Test(.needsTool)
  func undoOfTheFirstApplyRemovesEverything() async throws {
    try await Place.with { place in
      let applied = try await place.deliver()
      let back = try await place.executor().undo(applied.apply.id) { _ in }
      #expect(back.document.changes.map(\.action) == [.delete])
      #expect(back.document.risks.map(\.kind) == [.destroy] && back.document.approversNeeded == 2)
      #expect(try await place.approveAndApply(back).outputs.isEmpty)
      #expect(try await place.executor().drift(place.folder) { _ in }.changes.isEmpty)
      #expect(try await place.executor().appliedFolders { _ in } == [back.document.folder])
    }
  }

  @Test(.needsTool)
  func aPersonSettlesWhatHasNoKnownEnd() async throws {
    try await Place.with { place in
      let executor = try place.executor()
      let id = try await executor.plan(place.folder) { _ in }.record.id
      let approval = try await executor.approve(id, word: ApprovalWord(approver: "maria")).approval
      try await place.store().begin(
        ApplyRecord(
          id: "apply-1", plan: id, approval: approval.id, started: "t", status: .unknown, detail: ""),
        spending: [(approval.id, "n")],
        audit: AuditEntry(time: "t", actor: "tester", action: .applying, subject: "apply-1", detail: ""))
      await Place.refused(.unknownApply) { _ = try await executor.apply(id) { _ in } }
      let found = try await executor.reconcile(id) { _ in }
      #expect(found.remaining.map(\.address) == ["terraform_data.a"])
      try await executor.settle(found.apply, as: .failed, by: "maria")
      #expect(try await place.store().applies(plan: id).map(\.status) == [.failed])
      await Place.refused(.nothingToPlan) { _ = try await executor.reconcile(id) { _ in } }
    }
  }

  @Test(.needsTool)
  func theTrailTellsEveryPlanApprovalRefusalAndApply() async throws {
    try await Place.with { place in
      let executor = try place.executor()
      let id = try await executor.plan(place.folder) { _ in }.record.id
      await Place.refused(.notApproved) { _ = try await executor.apply(id) { _ in } }
      await Place.refused(.selfApproval) {
        _ = try await executor.approve(id, word: ApprovalWord(approver: "tester"))
      }
      _ = try await executor.approve(id, word: ApprovalWord(approver: "maria"))
      _ = try await executor.apply(id) { _ in }
      let trail = try await place.store().audit()
      #expect(trail.map(\.entry.action) == [.planned, .refused, .refused, .approved, .applying, .applied])
      #expect(trail.map(\.entry.actor) == ["tester", "tester", "tester", "maria", "tester", "tester"])
      #expect(try await place.store().firstBrokenAuditRow() == nil)
    }
  }

  @Test(.needsTool)
  func twoExecutorsDoNotWorkInOneWorkspace() async throws {
    try await Place.with { place in
      try place.write(
        """
        resource "terraform_data" "slow" {
          provisioner "local-exec" {
            command = "touch '\(place.root)/running'; while [ ! -f '\(place.root)/go' ]; do sleep 0.05; done"
          }
        }
        """)
      let planned = try await place.planAllowing()
      let there = place
      async let applied = there.approveAndApply(planned)
      while !FileManager.default.fileExists(atPath: "\(place.root)/running") {
        try await Task.sleep(for: .milliseconds(20))
      }
      await Place.refused(.workspaceBusy) { _ = try await there.planAllowing() }
      try Data().write(to: URL(filePath: "\(place.root)/go"))
      #expect(try await applied.apply.status == .done)
    }
  }

  @Test func thereIsNothingToPlanInAnEmptyFolder() throws {
    #expect { try Configuration.read("/proc/self/task") } throws: {
      ($0 as? DeliveryError)?.code == .nothingToPlan
    }
  }

  @Test(.needsTool)
  func aFolderWithAStateOfItsOwnIsNotPlannedOver() async throws {
    try await Place.with { place in
      try place.write("{}", "terraform.tfstate")
      await Place.refused(.foreignState) { _ = try Configuration.read(place.folder) }
    }
  }

  @Test(.needsTool)
  func aRunIsPlannedByItsId() async throws {
    try await Place.with { place in
      try await place.store().begin(
        RunRecord(
          id: "20261123-1", created: "t", title: "", request: "", crew: "", mode: "solo", status: .done,
          folder: place.folder))
      let planned = try await place.executor().plan("20261123") { _ in }
      #expect(planned.document.folder == place.folder)
    }
  }

  @Test(.needsTool)
  func driftBecomesOpenAdviceUntilItIsGone() async throws {
    try await Place.with { place in
      try await place.deliver()
      let store = try place.store()
      let audit = AuditEntry(
        time: "2026-01-01T00:00:00Z", actor: "a", action: .drifted, subject: "s", detail: "")
      try await store.keep(
        drift: [DriftRecord(folder: place.folder, address: "x.y", change: "update", found: "f", seen: "f")],
        folder: place.folder, audit: audit)
      #expect(try await store.openDrift().map(\.address) == ["x.y"])
      #expect(try await place.executor().drift(place.folder) { _ in }.changes.isEmpty)
      #expect(try await store.openDrift().isEmpty)
    }
  }
}
