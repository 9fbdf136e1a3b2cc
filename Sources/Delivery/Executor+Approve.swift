import Basics
import Digests
import FoundationEssentials
import Store

extension Executor {
  /// Records a person's word on the plan's digest.
  /// - Parameter minutes: how long it is good, 1 to 1440.
  package func approve(
    _ id: String, approver: String, minutes: Int = Executor.approvalMinutes, comment: String = ""
  ) async throws -> (approval: ApprovalRecord, document: PlanDocument) {
    let (record, document) = try await planned(id)
    guard document.digest.hexadecimal == record.digest else {
      throw DeliveryError(
        .changed, summary: "The kept plan was changed",
        detail: "Plan \(record.id) is not what was planned. Plan again.")
    }
    let time = now()
    let approval = ApprovalRecord(
      id: RunIdentifier.make(at: time, prefix: "approval-"), plan: record.id, digest: record.digest,
      approver: approver, created: timestamp(time),
      expires: timestamp(time.addingTimeInterval(Double(minutes) * 60)), comment: comment)
    try await store.keep(
      approval, audit: entry(.approved, record.id, "\(approval.id): \(document.summary)", by: approver))
    return (approval, document)
  }
}
