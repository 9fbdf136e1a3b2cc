import Records
import Basics
import Delivery
import Digests
import FoundationEssentials
import GRDB
import Store
import Testing

@testable import Delivery
@testable import Store

/// Plans and approvals that travel between two machines, each with its own store and keys.
struct ExchangeTests {
  /// Where a plan was made, and where tom approves it: his key is trusted on both.
  private struct Machines {
    let maker: Place
    let approver: Place
    let plan: String

    /// The file of tom's approval, made with what the maker exported.
    func approval(_ word: ApprovalWord = ApprovalWord(approver: "tom")) async throws -> JSONValue {
      _ = try await approver.executor().take(try await maker.executor().export(plan))
      return try await approver.executor().export(
        try await approver.executor().approve(plan, word: word).approval.id)
    }
  }

  private static func with(_ body: (Machines) async throws -> Void) async throws {
    try await Place.with { maker in
      try await Place.with { approver in
        let document = try Samples.document()
        let plan = "plan-20260102-030405-abcdef"
        try await maker.store().keep(
          PlanRecord(
            id: plan, created: "t", digest: document.digest.hexadecimal,
            document: try JSONValue(encoding: document)),
          audit: AuditEntry(time: "t", actor: "tester", action: .planned, subject: plan, detail: ""))
        try trustTom(of: approver, on: maker)
        try await body(Machines(maker: maker, approver: approver, plan: plan))
      }
    }
  }

  private static func trustTom(of approver: Place, on maker: Place) throws {
    let key = try #require(try approver.keys.signingKey(of: "tom"))
    #expect(try maker.keys.distrust("tom"))
    try maker.keys.trust(TrustedKey(name: "tom", key: key.verifyingKey))
  }

  @Test(.needsTool)
  func twoPeopleOnTwoMachinesApproveOnePlan() async throws {
    try await Place.with { maker in
      try await Place.with { approver in
        maker.price = 900
        try Self.trustTom(of: approver, on: maker)
        let plan = try await maker.executor().plan(maker.folder) { _ in }.record.id
        _ = try await maker.executor().approve(plan, word: ApprovalWord(approver: "maria", typedCount: 1))
        let file = try await maker.executor().export(plan).pretty
        guard
          case .plan(let record, let shown) = try await approver.executor().take(JSONValue(parsing: file))
        else {
          Issue.record("a plan is taken in as a plan")
          return
        }
        let kept = try await maker.executor().planned(plan).document
        #expect(record.id == plan && shown == kept)
        let word = ApprovalWord(approver: "tom", typedCount: 1)
        let approval = try await approver.executor().approve(plan, word: word).approval
        let signed = try await approver.executor().export(approval.id).pretty
        await Place.refused(.notApproved) { _ = try await maker.executor().apply(plan) { _ in } }
        // The machine that approves has neither the files nor the saved plan.
        _ = try approver.startsSinceLast()
        await #expect(throws: (any Error).self) { _ = try await approver.executor().apply(plan) { _ in } }
        #expect(try approver.startsSinceLast().isEmpty)
        _ = try await maker.executor().take(JSONValue(parsing: signed))
        #expect(try await maker.executor().approvals(plan: plan).map(\.worth) == ["good", "good"])
        #expect(try await maker.executor().apply(plan) { _ in }.apply.status == .done)
        await Place.refused(.used) { _ = try await maker.executor().take(JSONValue(parsing: signed)) }
        for place in [maker, approver] {
          #expect(try await place.store().audit().count { $0.entry.action == .imported } == 1)
        }
      }
    }
  }

  @Test func anApprovalIsTakenInOnce() async throws {
    try await Self.with { machines in
      let file = try await machines.approval()
      let executor = try machines.maker.executor()
      guard case .approval(let approval, _) = try await executor.take(file) else {
        Issue.record("an approval is taken in as an approval")
        return
      }
      await Place.refused(.used) { _ = try await executor.take(file) }
      // Taking it back holds, whatever comes in again.
      _ = try await executor.revoke(approval.id)
      await Place.refused(.used) { _ = try await executor.take(file) }
      #expect(
        try await executor.approvals(plan: nil).map(\.worth) == ["The approval was taken back"])
      // Nor does it come back to where it was signed.
      await Place.refused(.used) { _ = try await machines.approver.executor().take(file) }
      #expect(try await machines.maker.store().audit().count { $0.entry.action == .refused } == 2)
    }
  }

  @Test func anApprovalHasToHoldHere() async throws {
    try await Self.with { machines in
      let file = try await machines.approval()
      let later = try machines.maker.executor(at: Date().addingTimeInterval(3601))
      await Place.refused(.expired) { _ = try await later.take(file) }
      let executor = try machines.maker.executor()
      var envelope = try #require(Envelope(file))
      envelope.payload[envelope.payload.count / 2] ^= 1
      await #expect(throws: DeliveryError.self) { _ = try await executor.take(envelope.json) }
      envelope = try #require(Envelope(file))
      envelope.signatures = [try SigningKey().signature(for: envelope.payload)]
      await Place.refused(.untrustedKey) { _ = try await executor.take(envelope.json) }
      #expect(try machines.maker.keys.distrust("tom"))
      await Place.refused(.untrustedKey) { _ = try await executor.take(file) }
      #expect(try await executor.approvals(plan: nil).isEmpty)
    }
  }

  @Test func anApprovalOfAPlanThatIsNotHereIsRefused() async throws {
    try await Self.with { machines in
      let file = try await machines.approval()
      try await Place.with { stranger in
        await Place.refused(.foreign) { _ = try await stranger.executor().take(file) }
      }
    }
  }

  /// The approver sees, and signs the digest of, what came; the machine that made the plan has another.
  @Test func aPlanChangedOnItsWayIsNotApproved() async throws {
    try await Self.with { machines in
      var document = try Samples.document()
      document.changes = []
      var file: JSONValue = [
        "plan": .string(machines.plan), "digest": .string(try Samples.document().digest.hexadecimal),
        "document": try JSONValue(encoding: document),
      ]
      let approver = try machines.approver.executor()
      await Place.refused(.foreign) { _ = try await approver.take(file) }
      file = [
        "plan": .string(machines.plan), "digest": .string(document.digest.hexadecimal),
        "document": try JSONValue(encoding: document),
      ]
      _ = try await approver.take(file)
      let approval = try await approver.approve(machines.plan, word: ApprovalWord(approver: "tom")).approval
      let signed = try await approver.export(approval.id)
      await Place.refused(.changed) { _ = try await machines.maker.executor().take(signed) }
      // The true one does not take its place unseen.
      await Place.refused(.foreign) {
        _ = try await approver.take(try await machines.maker.executor().export(machines.plan))
      }
    }
  }

  @Test(arguments: [
    "{}", "[]", "7", "{\"plan\": 7}", "{\"plan\": \"plan-1\"}",
    "{\"plan\": \"plan-../../x\", \"digest\": \"\", \"document\": {}}",
    "{\"payloadType\": \"x\", \"payload\": \"e30=\", \"signatures\": [{\"sig\": \"AA==\"}]}",
  ])
  func whatIsNeitherPlanNorApprovalIsRefused(text: String) async throws {
    try await Place.with { place in
      await Place.refused(.foreign) { _ = try await place.executor().take(JSONValue(parsing: text)) }
    }
  }

  @Test func anIDThatIsAPathIsRefused() async throws {
    try await Place.with { place in
      let document = try Samples.document()
      let file: JSONValue = [
        "plan": "plan-../../x", "digest": .string(document.digest.hexadecimal),
        "document": try JSONValue(encoding: document),
      ]
      await Place.refused(.foreign) { _ = try await place.executor().take(file) }
    }
  }
}
