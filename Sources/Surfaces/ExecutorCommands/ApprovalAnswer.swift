import Basics
import Delivery
import Records
import Terminal
import Vocabulary

/// A new approval as its verb prints it, with what is still missing.
struct ApprovalAnswer {
  private let approval: ApprovalRecord
  private let document: PlanDocument
  private let missing: Int

  init(_ approval: ApprovalRecord, document: PlanDocument, executor: Executor) async throws {
    self.approval = approval
    self.document = document
    missing = try await executor.approversMissing(plan: approval.plan)
  }

  /// Whether the same login asked for the plan.
  private var asked: String {
    document.requester == ExecutorOptions.user ? ", which also asked for the plan" : ""
  }

  func give(_ format: OutputFormat) throws {
    switch format {
    case .json:
      let answer: JSONValue = [
        "approval": .string(approval.id), "plan": .string(approval.plan), "digest": .string(approval.digest),
        "approver": .string(approval.approver), "expires": .string(approval.expires),
        "approversMissing": .integer(missing), "login": .string(ExecutorOptions.user),
      ]
      Console.output(answer.pretty)
    case .text:
      let next =
        missing == 0
        ? "consilium apply \(approval.plan)"
        : "\(missing) more has to approve, under another login: consilium approve \(approval.plan) --as NAME --count N"
      Console.output(
        """
        \(approval.approver) approves \(document.summary) until \(approval.expires)
        \(next)
        Signed under the login \(ExecutorOptions.user)\(asked): whoever has it can sign as \(approval.approver), so approvals from one login \(document.rules.allowsOneLogin ? "are one person's choice, and count for as many as they name because 'one_login' says so" : "count as one person's").
        For another machine: consilium approvals export \(approval.id)

        """)
    }
  }
}
