import Records
import Basics
import Digests
import Masking
import Store

/// Lets plans and approvals travel, so that people on several machines approve one plan.
struct ApprovalExchange: Sendable {
  let archive: PlanArchive
  let approving: Approving
  let keys: ApproverKeys
  let trail: DeliveryTrail

  /// What another machine imports: of a plan its document and digest, of an approval the signed envelope.
  /// - Parameter id: a plan's or an approval's id, or the beginning of it.
  func export(_ id: String) async throws -> JSONValue {
    guard id.hasPrefix("plan-") else {
      let approval = try await archive.store.approval(id)
      guard let envelope = JSONValue.document(approval.envelope) else {
        throw foreign("\(approval.id) has no signed statement. Approve the plan again.")
      }
      return envelope
    }
    let record = try await archive.planned(id).record
    return ["plan": .string(record.id), "digest": .string(record.digest), "document": record.document]
  }

  /// Takes in what `export` gave, when it holds; a refusal goes into the trail.
  func take(_ file: JSONValue) async throws -> ImportedFile {
    let statement = Envelope(file).flatMap(ApprovalStatement.init(of:))
    guard let subject = statement?.predicate.plan ?? file["plan"]?.string else {
      throw foreign("It is neither a plan nor a signed approval that `consilium approvals export` printed.")
    }
    do {
      guard let statement else { return try await takePlan(subject, file: file) }
      return try await takeApproval(statement, file: file)
    } catch let error as DeliveryError {
      try await trail.record(.refused, subject: subject, detail: "import: \(error.summary)")
      throw error
    }
  }

  /// The digest is computed anew from what is shown here, and is what gets signed: where the file was changed on its
  /// way, the approval is for another plan than the one kept where it was made.
  private func takePlan(_ id: String, file: JSONValue) async throws -> ImportedFile {
    let document: PlanDocument
    do {
      document = try (file["document"] ?? .null).decoded(as: PlanDocument.self)
    } catch {
      throw foreign(
        "The plan in it is of another version. Use the same version of Consilium on both machines.")
    }
    // The id names a folder.
    guard id.wholeMatch(of: /plan-[0-9a-z-]{1,64}/) != nil,
      file["digest"]?.string == document.digest.hexadecimal
    else {
      throw foreign("Its digest is not that of the plan in it: it was changed on its way. Export it again.")
    }
    let record = PlanRecord(
      id: id, created: trail.timestamp(trail.now()), digest: document.digest.hexadecimal,
      document: try JSONValue(encoding: document))
    if let present = try await archive.store.plan(exactly: id) {
      guard present.document.canonical == record.document.canonical else {
        throw foreign("Another plan with this id is here already.")
      }
      return .plan(present, document)
    }
    try await archive.store.keep(
      record, audit: trail.entry(.imported, subject: id, detail: "\(document.folder): \(document.summary)"))
    return .plan(record, document)
  }

  private func takeApproval(_ statement: ApprovalStatement, file: JSONValue) async throws -> ImportedFile {
    let word = statement.predicate
    guard let record = try await archive.store.plan(exactly: word.plan) else {
      throw foreign("It approves \(word.plan), which is not here. Import it where the plan was made.")
    }
    let document = try await archive.planned(record.id).document
    try await approving.requireOpen(record, document: document)
    let approval = ApprovalRecord(
      // A nonce is good once, and so two imports at the same moment are one.
      id: "approval-\(word.nonce)", plan: record.id, digest: record.digest, approver: word.approver,
      created: word.created, expires: word.expires, comment: trail.mask.masked(word.comment),
      envelope: file.canonical)
    _ = try ApprovalCheck(
      plan: record.id, document: document, trusted: try keys.trusted(), now: trail.now()
    ).judge(approval)
    let seen = try await archive.store.approvals().first {
      let envelope = JSONValue.document($0.envelope).flatMap(Envelope.init)
      return envelope.flatMap(ApprovalStatement.init(of:))?.predicate.nonce == word.nonce
    }
    if let seen {
      throw DeliveryError(
        .used, summary: "The approval is here already",
        detail: "It is \(seen.id); `consilium approvals` says what it is worth. A new one: consilium approve")
    }
    try await approving.keep(
      approval, document: document,
      audit: trail.entry(.imported, subject: record.id, detail: "\(approval.id) of \(word.approver)"))
    return .approval(approval, document)
  }

  private func foreign(_ detail: String) -> DeliveryError {
    DeliveryError(.foreign, summary: "This cannot be imported or exported", detail: detail)
  }
}
