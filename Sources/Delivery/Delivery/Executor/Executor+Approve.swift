import Records
import Basics
import Digests
import FoundationEssentials
import Masking
import Store
import Vocabulary

extension Executor {
  /// A person's word on a plan.
  package struct Word: Sendable {
    package var approver: String
    /// How long it is good, 1 to 1440 minutes.
    package var minutes: Int
    package var comment: String
    /// The number of changes as the person typed it; a plan of a risk class needs it.
    package var typedCount: Int?

    package init(
      approver: String, minutes: Int = Executor.approvalMinutes, comment: String = "", typedCount: Int? = nil
    ) {
      self.approver = approver
      self.minutes = minutes
      self.comment = comment
      self.typedCount = typedCount
    }
  }

  /// Signs an approval of the plan with the approver's key on this machine, and keeps it.
  package func approve(_ id: String, word: Word) async throws
    -> (approval: ApprovalRecord, document: PlanDocument)
  {
    let (record, document) = try await planned(id)
    do {
      try await admit(word, record: record, document: document)
      let key = try await signingKey(of: word.approver)
      let time = now()
      let expires = timestamp(time.addingTimeInterval(Double(word.minutes) * 60))
      let statement = ApprovalStatement(
        document,
        predicate: ApprovalStatement.Predicate(
          decision: "approve", plan: record.id, requester: document.requester, approver: word.approver,
          folder: document.folder, created: timestamp(time), expires: expires,
          comment: mask.masked(word.comment), nonce: Self.nonce(), typedCount: word.typedCount,
          risks: document.risks))
      let payload = Array(try JSONValue(encoding: statement).canonical.utf8)
      let approval = ApprovalRecord(
        id: RunIdentifier.make(at: time, prefix: "approval-"), plan: record.id, digest: record.digest,
        approver: word.approver, created: timestamp(time), expires: expires,
        comment: statement.predicate.comment, envelope: try Envelope(payload, key: key).json.canonical)
      try await keep(
        approval, document: document,
        audit: entry(
          .approved, subject: record.id, detail: "\(approval.id): \(document.summary)", by: word.approver))
      return (approval, document)
    } catch let error as DeliveryError {
      try await store.record(
        entry(.refused, subject: record.id, detail: "approval: \(error.summary)", by: word.approver))
      throw error
    }
  }

  /// Keeps an approval, on record; that of the one who asked as an override besides.
  func keep(_ approval: ApprovalRecord, document: PlanDocument, audit: AuditEntry) async throws {
    try await store.keep(approval, audit: audit)
    guard approval.approver == document.requester else { return }
    try await store.record(
      entry(
        .overridden, subject: approval.plan, detail: "approved by the one who asked: crew.approvals.self",
        by: approval.approver))
  }

  /// Takes an approval back before it is used.
  package func revoke(_ id: String) async throws -> ApprovalRecord {
    let approval = try await store.approval(id)
    try await store.revoke(
      approval: approval.id,
      audit: entry(.revoked, subject: approval.plan, detail: "\(approval.id) of \(approval.approver)"))
    return approval
  }

  /// Every approval of a plan, or of all, with what it is worth now: `good`, or why it is not.
  package func approvals(plan: String?) async throws -> [(approval: ApprovalRecord, worth: String)] {
    let trusted = try setup.keys.trusted()
    var found: [(ApprovalRecord, String)] = []
    let id = if let plan { try await store.plan(plan).id } else { String?.none }
    for approval in try await store.approvals(plan: id) {
      do {
        let document = try await planned(approval.plan).document
        _ = try ApprovalCheck(plan: approval.plan, document: document, trusted: trusted, now: now())
          .judge(approval)
        found.append((approval, "good"))
      } catch let error as DeliveryError {
        found.append((approval, error.summary))
      }
    }
    return found
  }

  /// Throws where the plan can no longer be approved.
  func requireOpen(_ record: PlanRecord, document: PlanDocument) async throws {
    guard document.digest.hexadecimal == record.digest else {
      throw DeliveryError(
        .changed, summary: "The kept plan was changed",
        detail: "Plan \(record.id) is not what was planned. Plan again.")
    }
    guard try await store.applies(plan: record.id).isEmpty else {
      throw DeliveryError(
        .used, summary: "The plan was applied already",
        detail: "A plan is applied once. `consilium plan \(document.folder)` makes a new one.")
    }
  }

  private func admit(_ word: Word, record: PlanRecord, document: PlanDocument) async throws {
    try await requireOpen(record, document: document)
    guard word.approver != document.requester || document.rules.allowsSelf else {
      throw DeliveryError(
        .selfApproval, summary: "The approver is the one who asked",
        detail:
          "\(word.approver) made this plan, so another person has to approve it (--as NAME). A crew of one says so before planning in ~/.config/consilium/consilium.yaml: approvals: {self: true}"
      )
    }
    guard document.risks.isEmpty || word.typedCount == document.changeCount else {
      throw DeliveryError(
        .countNeeded, summary: "The number of changes is needed",
        detail:
          "This plan \(Self.because(document.risks)). To show that you have read it, give the number of resources it changes: --count N\(word.typedCount.map { "; it is not \($0)" } ?? "")."
      )
    }
  }

  /// `destroys 2, opens 1 to everyone`.
  static func because(_ risks: [Risk]) -> String {
    Risk.Class.allCases.compactMap { kind in
      let count = risks.count { $0.kind == kind }
      guard count > 0 else { return nil }
      return switch kind {
      case .destroy: "destroys \(count)"
      case .replace: "replaces \(count)"
      case .identity: "changes rights in \(count)"
      case .exposure: "opens \(count) to everyone"
      case .price: "costs more than the threshold"
      }
    }.joined(separator: ", ")
  }

  /// The approver's key when it is trusted. The very first key on a machine is made and trusted at once, on record; any
  /// later one is trusted by a person.
  private func signingKey(of name: String) async throws -> SigningKey {
    let ring = setup.keys
    let trusted = try ring.trusted()
    if let key = try ring.signingKey(of: name) {
      guard trusted.contains(where: { $0.name == name && $0.key == key.verifyingKey }) else {
        throw untrusted(name)
      }
      return key
    }
    let key = try ring.makeKey(for: name)
    guard trusted.isEmpty else { throw untrusted(name) }
    try await trust(TrustedKey(name: name, key: key.verifyingKey), reason: "the first key on this machine")
    return key
  }

  private func untrusted(_ name: String) -> DeliveryError {
    DeliveryError(
      .untrustedKey, summary: "The approver's key is not trusted",
      detail:
        "\(name) has a key on this machine that is not on the list of trusted keys. Whoever answers for the list adds it: consilium keys trust \(name)"
    )
  }

  private static func nonce() -> String {
    (0..<4).map { _ in
      let word = String(UInt32.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 8 - word.count) + word
    }.joined()
  }
}
