import Records
import Basics
import Digests
import FoundationEssentials
import Masking
import Store
import Vocabulary

/// Takes people's approvals of plans, and says what each is worth.
struct Approving: Sendable {
  let archive: PlanArchive
  let keys: ApproverKeys
  let trail: DeliveryTrail
  /// The login and the machine that this one signs under; nil where it is not told.
  let login: String?

  /// Signs an approval of the plan with the approver's key on this machine, and keeps it.
  func approve(_ id: String, word: ApprovalWord) async throws
    -> (approval: ApprovalRecord, document: PlanDocument)
  {
    let (record, document) = try await archive.planned(id)
    do {
      try await admit(word, record: record, document: document)
      let key = try await keys.signing(of: word.approver)
      let time = trail.now()
      let expires = trail.timestamp(time.addingTimeInterval(Double(word.minutes) * 60))
      let statement = ApprovalStatement(
        document,
        predicate: ApprovalStatement.Predicate(
          decision: "approve", plan: record.id, requester: document.requester, approver: word.approver,
          folder: document.folder, created: trail.timestamp(time), expires: expires,
          comment: trail.mask.masked(word.comment), nonce: Self.nonce(), typedCount: word.typedCount,
          risks: document.risks, login: login))
      let payload = Array(try JSONValue(encoding: statement).canonical.utf8)
      let approval = ApprovalRecord(
        id: RunIdentifier.make(at: time, prefix: "approval-"), plan: record.id, digest: record.digest,
        approver: word.approver, created: trail.timestamp(time), expires: expires,
        comment: statement.predicate.comment, envelope: try Envelope(payload, key: key).json.canonical)
      try await keep(
        approval, document: document,
        audit: trail.entry(
          .approved, subject: record.id, detail: "\(approval.id): \(document.summary)", by: word.approver))
      return (approval, document)
    } catch let error as DeliveryError {
      try await trail.record(
        .refused, subject: record.id, detail: "approval: \(error.summary)", by: word.approver)
      throw error
    }
  }

  /// Keeps an approval, on record; that of the one who asked as an override besides.
  func keep(_ approval: ApprovalRecord, document: PlanDocument, audit: AuditEntry) async throws {
    let earlier = try await archive.store.approvals(plan: approval.plan)
    try await archive.store.keep(approval, audit: audit)
    if document.rules.allowsOneLogin, try isOfOneLogin(approval, with: earlier, document: document) {
      try await trail.record(
        .overridden, subject: approval.plan,
        detail: "one login approves as more than one person: approvals.one_login", by: approval.approver)
    }
    guard approval.approver == document.requester else { return }
    try await trail.record(
      .overridden, subject: approval.plan, detail: "approved by the one who asked: approvals.self",
      by: approval.approver)
  }

  /// Whether another person's approval that still holds was signed under the same login.
  private func isOfOneLogin(
    _ approval: ApprovalRecord, with earlier: [ApprovalRecord], document: PlanDocument
  ) throws -> Bool {
    let check = ApprovalCheck(
      plan: approval.plan, document: document, trusted: try keys.trusted(), now: trail.now())
    guard let own = check.people(among: [approval]).first else { return false }
    return check.people(among: earlier).contains {
      $0.isSameLogin(as: own) && $0.signer.name != own.signer.name
    }
  }

  /// Takes an approval back before it is used.
  func revoke(_ id: String) async throws -> ApprovalRecord {
    let approval = try await archive.store.approval(id)
    try await archive.store.revoke(
      approval: approval.id,
      audit: trail.entry(.revoked, subject: approval.plan, detail: "\(approval.id) of \(approval.approver)"))
    return approval
  }

  /// How many people still have to approve a plan.
  func missing(plan: String) async throws -> Int {
    let (record, document) = try await archive.planned(plan)
    let check = ApprovalCheck(
      plan: record.id, document: document, trusted: try keys.trusted(), now: trail.now())
    let people = check.people(among: try await archive.store.approvals(plan: record.id))
    return max(0, document.approversNeeded - people.count)
  }

  /// Every approval of a plan, or of all, with what it is worth now: `good`, or why it is not.
  func approvals(plan: String?) async throws -> [(approval: ApprovalRecord, worth: String)] {
    let trusted = try keys.trusted()
    var found: [(ApprovalRecord, String)] = []
    let id = if let plan { try await archive.store.plan(plan).id } else { String?.none }
    let all = try await archive.store.approvals(plan: id)
    for approval in all {
      do {
        let document = try await archive.planned(approval.plan).document
        let check = ApprovalCheck(
          plan: approval.plan, document: document, trusted: trusted, now: trail.now())
        let own = try check.judge(approval)
        let others = check.people(among: all.filter { $0.plan == approval.plan })
        let counted = others.first { $0.isSameLogin(as: own) && $0.signer.name != own.signer.name }
        found.append(
          (
            approval,
            counted.map { "counts once with \($0.signer.name)'s: both are of the login \($0.login ?? "")" }
              ?? "good"
          ))
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
    guard try await archive.store.applies(plan: record.id).isEmpty else {
      throw DeliveryError(
        .used, summary: "The plan was applied already",
        detail: "A plan is applied once. `consilium plan \(document.folder)` makes a new one.")
    }
  }

  private func admit(_ word: ApprovalWord, record: PlanRecord, document: PlanDocument) async throws {
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
          "This plan \(Risk.summary(of: document.risks)). To show that you have read it, give the number of resources it changes: --count N\(word.typedCount.map { "; it is not \($0)" } ?? "")."
      )
    }
  }

  private static func nonce() -> String {
    (0..<4).map { _ in
      let word = String(UInt32.random(in: .min ... .max), radix: 16)
      return String(repeating: "0", count: 8 - word.count) + word
    }.joined()
  }
}
