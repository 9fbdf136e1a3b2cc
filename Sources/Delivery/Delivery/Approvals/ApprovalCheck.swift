import Records
import Basics
import Digests
import FoundationEssentials
import Store
import Vocabulary

/// Decides whether the approvals of a plan carry an apply. Pure: the same rows, keys and time give the same answer.
package struct ApprovalCheck: Sendable {
  package let plan: String
  package let document: PlanDocument
  package let trusted: [TrustedKey]
  package let now: Date
  /// When an approval has to be good: now, or the newest time on record where the clock was set back.
  private let latest: Date

  /// - Parameter newest: the newest time on record; nil where none is known.
  package init(
    plan: String, document: PlanDocument, trusted: [TrustedKey], now: Date, newest: Date? = nil
  ) {
    latest = max(now, newest ?? now)
    self.plan = plan
    self.document = document
    self.trusted = trusted
    self.now = now
  }

  /// An approval whose signature, statement and time hold.
  package struct ValidApproval: Sendable {
    package let approval: ApprovalRecord
    package let nonce: String
    package let signer: TrustedKey
    /// The login that it was signed under, with its machine; nil where it is not told.
    package let login: String?

    /// Whether both were signed under one login, which is one person whatever it signs as.
    func isSameLogin(as other: ValidApproval) -> Bool { login != nil && login == other.login }

    /// Whether both are one person's: by name, by key, or by login.
    func isSamePerson(as other: ValidApproval, allowsOneLogin: Bool) -> Bool {
      signer.name == other.signer.name || signer.key == other.signer.key
        || !allowsOneLogin && isSameLogin(as: other)
    }
  }

  /// The approvals that hold, one for each person.
  package func people(among approvals: [ApprovalRecord]) -> [ValidApproval] { sorted(approvals).people }

  /// One approval for each person, those that hold besides, and why the newest of the others does not hold.
  private func sorted(
    _ approvals: [ApprovalRecord]
  ) -> (people: [ValidApproval], others: [ValidApproval], refusal: DeliveryError?) {
    var people: [ValidApproval] = []
    var others: [ValidApproval] = []
    var refusal: DeliveryError?
    for approval in approvals {
      do {
        let found = try judge(approval)
        if people.contains(where: {
          $0.isSamePerson(as: found, allowsOneLogin: document.rules.allowsOneLogin)
        }) {
          others.append(found)
        } else {
          people.append(found)
        }
      } catch {
        refusal = refusal ?? error
      }
    }
    return (people, others, refusal)
  }

  /// The approvals to spend: as many distinct people as the plan needs.
  /// - Throws: the reason of the newest row that does not hold, or that there are too few.
  package func usable(_ approvals: [ApprovalRecord]) throws(DeliveryError) -> [ValidApproval] {
    let (good, others, refusal) = sorted(approvals)
    let needed = document.approversNeeded
    if good.count >= needed { return Array(good.prefix(needed)) }
    for other in others {
      guard let one = good.first(where: { $0.isSameLogin(as: other) && $0.signer.name != other.signer.name })
      else { continue }
      throw DeliveryError(
        .notApproved, summary: "The plan needs more approvers",
        detail:
          "\(one.signer.name) and \(other.signer.name) both signed under the login \(other.login ?? ""), and one login is one person; \(needed) different people have to, because of: \(riskNames). The other one approves under a login of their own: `consilium approvals export \(plan)` takes the plan there."
      )
    }
    if let refusal { throw refusal }
    guard good.isEmpty else {
      throw DeliveryError(
        .notApproved, summary: "The plan needs more approvers",
        detail:
          "\(good.map(\.signer.name).joined(separator: ", ")) approved; \(needed) different people have to, because of: \(riskNames). `consilium approve \(plan) --as NAME` adds one."
      )
    }
    throw DeliveryError(
      .notApproved, summary: "The plan is not approved",
      detail: "Nobody approved \(plan). `consilium approve \(plan)` does.")
  }

  /// Throws the first reason why this approval does not hold.
  package func judge(_ approval: ApprovalRecord) throws(DeliveryError) -> ValidApproval {
    let (statement, signer) = try verified(approval)
    let predicate = statement.predicate
    if let revoked = approval.revoked {
      throw DeliveryError(
        .revoked, summary: "The approval was taken back",
        detail: "\(approval.id) was revoked at \(revoked). `consilium approve \(plan)` gives a new one.")
    }
    guard approval.used == nil else {
      throw DeliveryError(
        .used, summary: "The approval was used already",
        detail: "An approval is good for one apply. Make a new plan.")
    }
    guard let expires = Self.date(predicate.expires), let created = Self.date(predicate.created),
      created <= now.addingTimeInterval(300), expires > created
    else { throw forged("its times make no sense") }
    guard expires > latest else {
      throw DeliveryError(
        .expired, summary: "The approval has expired",
        detail: "It was good until \(predicate.expires). `consilium approve \(plan)` gives a new one.")
    }
    return ValidApproval(
      approval: approval, nonce: predicate.nonce, signer: signer, login: predicate.login)
  }

  /// The statement of an approval when a trusted key signed it for this plan.
  private func verified(_ approval: ApprovalRecord) throws(DeliveryError) -> (ApprovalStatement, TrustedKey) {
    guard let document = JSONValue.document(approval.envelope), let envelope = Envelope(document),
      envelope.payloadType == Envelope.statementType
    else { throw forged("it has no signed statement") }
    let signers = envelope.signers(among: trusted)
    guard !signers.isEmpty else {
      throw DeliveryError(
        .untrustedKey, summary: "No trusted key signed the approval",
        detail:
          "\(approval.id) is signed by a key that is not trusted, or was changed after it was signed. `consilium keys` lists who is trusted."
      )
    }
    guard let statement = ApprovalStatement(of: envelope) else {
      throw forged("its statement cannot be read")
    }
    try check(statement)
    guard let signer = signers.first(where: { $0.name == statement.predicate.approver }) else {
      throw forged("it names \(statement.predicate.approver), whose key did not sign it")
    }
    return (statement, signer)
  }

  private func check(_ statement: ApprovalStatement) throws(DeliveryError) {
    let predicate = statement.predicate
    guard statement._type == "https://in-toto.io/Statement/v1",
      statement.predicateType == ApprovalStatement.approvalType, predicate.decision == "approve"
    else { throw forged("its statement is not an approval") }
    guard predicate.plan == plan, predicate.folder == document.folder,
      statement.subject == ApprovalStatement.subjects(of: document, plan: plan)
    else {
      throw DeliveryError(
        .changed, summary: "The approval is for another plan",
        detail: "What was signed is not what \(plan) holds now. Nothing was run; look at the plan again.")
    }
    guard predicate.requester == document.requester else {
      throw forged("it names another person who asked for the plan")
    }
    guard predicate.approver != predicate.requester || document.rules.allowsSelf else {
      throw DeliveryError(
        .selfApproval, summary: "The approver is the one who asked",
        detail: "\(predicate.approver) made this plan. Another person has to approve it.")
    }
    guard document.risks.isEmpty || predicate.typedCount == document.changeCount,
      predicate.nonce.count == 32
    else { throw forged("the number of changes was not typed, or its nonce is none") }
  }

  /// `destroy, exposure`.
  package var riskNames: String {
    Set(document.risks.map(\.kind.rawValue)).sorted().joined(separator: ", ")
  }

  private func forged(_ why: String) -> DeliveryError {
    DeliveryError(
      .forged, summary: "The approval does not hold",
      detail: "It is not valid: \(why). Approve the plan again.")
  }

  private static func date(_ text: String) -> Date? {
    do {
      return try Date(text, strategy: .iso8601)
    } catch {
      return nil
    }
  }
}
