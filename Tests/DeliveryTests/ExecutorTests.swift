import Basics
import Delivery
import ExternalTools
import FoundationEssentials
import Store
import Testing

/// The executor with the real tool and its built-in `terraform_data`, which needs no provider and no network.
struct ExecutorTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let hasTool =
    ToolFinder.find("tofu", environment: environment)
    ?? ToolFinder.find("terraform", environment: environment)

  private struct NoPrices: PlanAppraisal {
    func appraise(_ plan: JSONValue) throws -> Appraisal {
      Appraisal(before: 0, after: 0, unpriced: [], findings: [])
    }
  }

  private struct Place {
    let root: String
    var folder: String { "\(root)/configuration" }
    let store: Store

    func executor(at date: Date = Date()) async throws -> Executor {
      let tool = try #require(try await InfrastructureTool.find(environment: environment))
      return Executor(
        store: store, home: "\(root)/state", tool: tool, mirror: nil, environment: environment,
        appraisal: NoPrices(), actor: "tester", now: { date })
    }

    func write(_ text: String) throws {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(text.utf8).write(to: URL(filePath: "\(folder)/main.tf"))
    }
  }

  private static let configuration = """
    resource "terraform_data" "a" {
      input = "one"
    }
    output "value" {
      value = terraform_data.a.output
    }
    """

  private static func withPlace(_ body: (Place) async throws -> Void) async throws {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "executor-\(UInt64.random(in: 0..<UInt64.max))")
    defer { do { try FileManager.default.removeItem(at: root) } catch { Issue.record(error) } }
    let path = root.path(percentEncoded: false)
    let place = Place(root: path, store: try Store(path: "\(path)/consilium.db"))
    try place.write(configuration)
    try await body(place)
  }

  private static func refused(_ code: DeliveryErrorCode, _ body: () async throws -> Void) async {
    await #expect { try await body() } throws: { ($0 as? DeliveryError)?.code == code }
  }

  @Test(.enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func planApproveApplyOnce() async throws {
    try await Self.withPlace { place in
      let executor = try await place.executor()
      let planned = try await executor.plan(place.folder) { _ in }
      #expect(planned.changesAnything)
      #expect(planned.document.changes.map(\.address) == ["terraform_data.a"])
      let id = planned.record.id
      await Self.refused(.notApproved) { _ = try await executor.apply(id) { _ in } }
      _ = try await executor.approve(id, approver: "maria")
      let applied = try await executor.apply(id) { _ in }
      #expect(applied.apply.status == .done)
      #expect(applied.outputs.first?.value == "one")
      await Self.refused(.used) { _ = try await executor.apply(id) { _ in } }
      #expect(try await executor.plan(place.folder) { _ in }.changesAnything == false)
    }
  }

  @Test(.enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func whateverMovedIsRefusedBeforeTheToolRuns() async throws {
    try await Self.withPlace { place in
      let executor = try await place.executor()
      let planned = try await executor.plan(place.folder) { _ in }
      let id = planned.record.id
      _ = try await executor.approve(id, approver: "maria")
      try place.write(Self.configuration + "\n# edited\n")
      await Self.refused(.changed) { _ = try await executor.apply(id) { _ in } }
      try place.write(Self.configuration)
      let saved = try Data(contentsOf: URL(filePath: planned.document.planFile))
      try (saved + Data([0])).write(to: URL(filePath: planned.document.planFile))
      await Self.refused(.changed) { _ = try await executor.apply(id) { _ in } }
      try saved.write(to: URL(filePath: planned.document.planFile))
      try Data(#"{"version":4,"serial":7,"lineage":"x","outputs":{},"resources":[]}"#.utf8)
        .write(to: URL(filePath: "\(planned.document.workspace)/terraform.tfstate"))
      await Self.refused(.changed) { _ = try await executor.apply(id) { _ in } }
      try Data().write(to: URL(filePath: "\(planned.document.workspace)/terraform.tfstate"))
      await Self.refused(.changed) { _ = try await executor.apply(id) { _ in } }
    }
  }

  @Test(.enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func anApprovalExpires() async throws {
    try await Self.withPlace { place in
      let start = Date()
      let executor = try await place.executor(at: start)
      let id = try await executor.plan(place.folder) { _ in }.record.id
      _ = try await executor.approve(id, approver: "maria", minutes: 5)
      let later = try await place.executor(at: start.addingTimeInterval(301))
      await Self.refused(.expired) { _ = try await later.apply(id) { _ in } }
    }
  }

  @Test(.enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func anApplyWithoutAKnownEndIsNeverRepeated() async throws {
    try await Self.withPlace { place in
      let executor = try await place.executor()
      let id = try await executor.plan(place.folder) { _ in }.record.id
      let approval = try await executor.approve(id, approver: "maria").approval
      try await place.store.begin(
        ApplyRecord(
          id: "apply-1", plan: id, approval: approval.id, started: "t", status: .unknown, detail: ""),
        audit: AuditEntry(time: "t", actor: "tester", action: .applying, subject: "apply-1", detail: ""))
      await Self.refused(.unknownApply) { _ = try await executor.apply(id) { _ in } }
    }
  }

  @Test(.enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func anInvalidConfigurationIsNotPlanned() async throws {
    try await Self.withPlace { place in
      try place.write("resource \"terraform_data\" \"a\" {\n  nonsense = 1\n}\n")
      let executor = try await place.executor()
      await Self.refused(.invalid) { _ = try await executor.plan(place.folder) { _ in } }
    }
  }

  @Test(
    .enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func undoGoesBackStepByStep() async throws {
    try await Self.withPlace { place in
      let executor = try await place.executor()
      func apply(_ planned: Executor.Planned) async throws -> Executor.Applied {
        _ = try await executor.approve(planned.record.id, approver: "maria")
        return try await executor.apply(planned.record.id) { _ in }
      }
      let first = try await apply(executor.plan(place.folder) { _ in })
      try place.write(Self.configuration.replacing("one", with: "two"))
      let second = try await apply(executor.plan(place.folder) { _ in })
      #expect(second.outputs.first?.value == "two")
      await Self.refused(.changed) { _ = try await executor.undo(first.apply.id) { _ in } }
      let back = try await executor.undo(second.apply.id) { _ in }
      #expect(back.document.purpose == .undo && back.document.undoes == second.apply.id)
      #expect(try await apply(back).outputs.first?.value == "one")
    }
  }

  @Test(
    .enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func undoOfTheFirstApplyRemovesEverything() async throws {
    try await Self.withPlace { place in
      let executor = try await place.executor()
      let id = try await executor.plan(place.folder) { _ in }.record.id
      _ = try await executor.approve(id, approver: "maria")
      let applied = try await executor.apply(id) { _ in }
      let back = try await executor.undo(applied.apply.id) { _ in }
      #expect(back.document.changes.map(\.action) == [.delete])
      _ = try await executor.approve(back.record.id, approver: "maria")
      let gone = try await executor.apply(back.record.id) { _ in }
      #expect(gone.outputs.isEmpty)
      let drift = try await executor.drift(place.folder) { _ in }
      #expect(drift.changes.isEmpty)
      #expect(try await executor.appliedFolders() == [back.document.folder])
    }
  }

  @Test(
    .enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func aPersonSettlesWhatHasNoKnownEnd() async throws {
    try await Self.withPlace { place in
      let executor = try await place.executor()
      let id = try await executor.plan(place.folder) { _ in }.record.id
      let approval = try await executor.approve(id, approver: "maria").approval
      try await place.store.begin(
        ApplyRecord(
          id: "apply-1", plan: id, approval: approval.id, started: "t", status: .unknown, detail: ""),
        audit: AuditEntry(time: "t", actor: "tester", action: .applying, subject: "apply-1", detail: ""))
      let found = try await executor.reconcile(id) { _ in }
      #expect(found.remaining.map(\.address) == ["terraform_data.a"])
      try await executor.settle(found.apply, as: .failed, by: "maria")
      #expect(try await place.store.applies(plan: id).map(\.status) == [.failed])
      await Self.refused(.nothingToPlan) { _ = try await executor.reconcile(id) { _ in } }
    }
  }

  @Test(
    .enabled(if: hasTool != nil, "neither tofu nor terraform is installed: the executor is not tested"))
  func theTrailTellsEveryPlanApprovalRefusalAndApply() async throws {
    try await Self.withPlace { place in
      let executor = try await place.executor()
      let id = try await executor.plan(place.folder) { _ in }.record.id
      await Self.refused(.notApproved) { _ = try await executor.apply(id) { _ in } }
      _ = try await executor.approve(id, approver: "maria")
      _ = try await executor.apply(id) { _ in }
      let trail = try await place.store.audit()
      #expect(trail.map(\.entry.action) == [.planned, .refused, .approved, .applying, .applied])
      #expect(trail.map(\.entry.actor) == ["tester", "tester", "maria", "tester", "tester"])
      #expect(try await place.store.firstBrokenAuditRow() == nil)
    }
  }

  @Test func thereIsNothingToPlanInAnEmptyFolder() throws {
    #expect { try Configuration.read("/proc/self/task") } throws: {
      ($0 as? DeliveryError)?.code == .nothingToPlan
    }
  }
}
