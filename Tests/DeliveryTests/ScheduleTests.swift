import Records
import TestFolders
import Basics
import Delivery
import Digests
import FoundationEssentials
import Store
import Testing

@testable import Delivery

/// Two clients approve, revoke, apply, crash and try again in 10,000 random steps, with the executor's own check of
/// approvals and the real store; only the tool is a counter. At most one run comes of one approval and of one plan.
struct ScheduleTests {
  /// Where a client is in an apply.
  private enum Position {
    case idle
    case verifiedBeforeApply(plan: Int, approvals: [ApprovalCheck.ValidApproval])
    case begun(plan: Int, apply: String, approvals: [ApprovalCheck.ValidApproval])
    case ran(plan: Int, apply: String)
  }

  private final class World {
    let store: Store
    var random: SplitMix
    var clock = Date(timeIntervalSince1970: 1_790_000_000)
    var clients: [Position] = [.idle, .idle]
    var plans: [(id: String, document: PlanDocument)] = []
    let people: [(name: String, key: SigningKey)] = ["a", "b", "c"].map { ($0, SigningKey()) }
    /// What really happened: runs by plan, and by nonce.
    var runs: [String: Int] = [:]
    var runsOfNonce: [String: Int] = [:]
    var counts: [String: Int] = [:]
    var serial = 0

    init(store: Store, seed: UInt64) {
      self.store = store
      random = SplitMix(seed: seed)
    }

    var trusted: [TrustedKey] {
      people.dropLast().map { TrustedKey(name: $0.name, key: $0.key.verifyingKey) }
    }

    func next(_ prefix: String) -> String {
      serial += 1
      return "\(prefix)-\(serial)"
    }

    func entry(_ action: AuditEntry.Action, _ subject: String) -> AuditEntry {
      AuditEntry(time: clock.ISO8601Format(), actor: "client", action: action, subject: subject, detail: "")
    }

    func step() async throws {
      clock.addTimeInterval(Double(Int.random(in: 0...45, using: &random)))
      let roll = Int.random(in: 0..<100, using: &random)
      switch roll {
      case 0..<8: try await plan()
      case 8..<34: try await approve()
      case 34..<38: try await revoke()
      case 38..<43: try await replay()
      default: try await advance(Int.random(in: 0..<clients.count, using: &random))
      }
    }

    private func plan() async throws {
      let isRisky = Bool.random(using: &random)
      let id = next("plan")
      let document = try Samples.document(
        id, risks: isRisky ? [Risk(.destroy, address: "x", reason: "r")] : [])
      try await store.keep(
        PlanRecord(
          id: id, created: "t", digest: document.digest.hexadecimal,
          document: try JSONValue(encoding: document)),
        audit: entry(.planned, id))
      plans.append((id, document))
      count("plans")
    }

    /// One of the newest plans: old ones are as good as forgotten.
    private func anyPlan() -> Int? { plans.indices.suffix(4).randomElement(using: &random) }

    private func approve() async throws {
      guard let index = anyPlan(), let person = people.randomElement(using: &random) else { return }
      let (id, document) = plans[index]
      let expires = clock.addingTimeInterval(Double(Int.random(in: 60...1200, using: &random)))
      let statement = ApprovalStatement(
        document,
        predicate: ApprovalStatement.Predicate(
          decision: "approve", plan: id, requester: document.requester, approver: person.name,
          folder: document.folder, created: clock.ISO8601Format(), expires: expires.ISO8601Format(),
          comment: "",
          nonce: String(repeating: "0", count: 24) + String(10_000_000 + serial),
          typedCount: document.changeCount,
          risks: document.risks))
      let envelope = try Envelope(Array(try JSONValue(encoding: statement).canonical.utf8), key: person.key)
      try await store.keep(
        ApprovalRecord(
          id: next("approval"), plan: id, digest: "", approver: person.name, created: clock.ISO8601Format(),
          expires: "", comment: "", envelope: envelope.json.canonical), audit: entry(.approved, id))
      count("approvals")
    }

    private func revoke() async throws {
      guard let index = anyPlan(), let approval = try await store.approvals(plan: plans[index].id).first
      else { return }
      do {
        try await store.revoke(approval: approval.id, audit: entry(.revoked, approval.id))
        count("revoked")
      } catch {
        #expect(error.code == .conflict)
      }
    }

    /// Somebody copies a signed envelope into a new row, of the same plan or of another.
    private func replay() async throws {
      guard let from = anyPlan(), let to = anyPlan(),
        var approval = try await store.approvals(plan: plans[from].id).randomElement(using: &random)
      else { return }
      (approval.id, approval.plan) = (next("approval"), plans[to].id)
      try await store.keep(approval, audit: entry(.approved, approval.plan))
      count("replayed rows")
    }

    private func advance(_ client: Int) async throws {
      if Int.random(in: 0..<6, using: &random) == 0 {
        if case .idle = clients[client] {} else { count("crashes") }
        clients[client] = .idle
        return
      }
      switch clients[client] {
      case .idle: try await admit(client)
      case .verifiedBeforeApply(let plan, let approvals): try await begin(client, plan, approvals)
      case .begun(let plan, let apply, let approvals):
        runs[plans[plan].id, default: 0] += 1
        for approval in approvals { runsOfNonce[approval.nonce, default: 0] += 1 }
        clients[client] = .ran(plan: plan, apply: apply)
        count("runs")
      case .ran(_, let apply):
        try await store.end(apply: apply, status: .done, detail: "", audit: entry(.applied, apply))
        clients[client] = .idle
      }
    }

    private func admit(_ client: Int) async throws {
      guard let index = anyPlan() else { return }
      let (id, document) = plans[index]
      // As the executor does; a second client may do the same before either begins.
      guard try await store.applies(plan: id).isEmpty || Bool.random(using: &random) else { return }
      do {
        let good = try ApprovalCheck(plan: id, document: document, trusted: trusted, now: clock)
          .usable(try await store.approvals(plan: id))
        #expect(Set(good.map(\.signer.name)).count == document.approversNeeded)
        clients[client] = .verifiedBeforeApply(plan: index, approvals: good)
        count("admitted")
      } catch is DeliveryError {
        count("refused")
      }
    }

    private func begin(_ client: Int, _ plan: Int, _ approvals: [ApprovalCheck.ValidApproval]) async throws {
      let apply = next("apply")
      do {
        try await store.begin(
          ApplyRecord(
            id: apply, plan: plans[plan].id, approval: approvals[0].approval.id, started: "t",
            status: .unknown,
            detail: ""), spending: approvals.map { ($0.approval.id, $0.nonce) },
          audit: entry(.applying, apply))
        clients[client] = .begun(plan: plan, apply: apply, approvals: approvals)
        count("begun")
      } catch {
        #expect(error.code == .conflict)
        clients[client] = .idle
        count("lost the race")
      }
    }

    private func count(_ what: String) { counts[what, default: 0] += 1 }
  }

  @Test(arguments: [1, 2]) func atMostOneRunComesOfOneApproval(seed: UInt64) async throws {
    let root = FileManager.default.temporaryDirectory.appending(
      path: "schedule-\(UInt64.random(in: 0..<UInt64.max))")
    defer { do { try RemovedFolder.remove(root) } catch { Issue.record(error) } }
    let world = World(
      store: try Store(path: root.appending(path: "s.db").path(percentEncoded: false)), seed: seed)
    for _ in 0..<5000 { try await world.step() }
    #expect(world.runs.values.allSatisfy { $0 == 1 })
    #expect(world.runsOfNonce.values.allSatisfy { $0 == 1 })
    #expect(world.counts["runs", default: 0] > 100)
    for kind in ["crashes", "lost the race", "replayed rows", "revoked", "refused"] {
      #expect(world.counts[kind, default: 0] > 10, "\(kind)")
    }
    let applies = try await world.store.applies()
    #expect(Set(applies.map(\.plan)).count == applies.count)
    #expect(try await world.store.firstBrokenAuditRow() == nil)
    print(
      "seed \(seed), 5000 steps: \(world.counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", "))"
    )
  }
}
