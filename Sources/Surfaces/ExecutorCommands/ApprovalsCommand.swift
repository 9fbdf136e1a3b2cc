import ArgumentParser
import Basics
import Delivery
import Foundation
import Records
import Terminal

struct ApprovalsCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "approvals", abstract: "Lists approvals, and carries plans and approvals between machines.",
    discussion: """
      People on several machines approve one plan: the plan travels to the approver, the signed approval travels back,
      as files. Only the machine that made the plan can apply it.

      EXAMPLES
        consilium approvals
        consilium approvals PLAN --format json

        consilium approvals export PLAN > plan.json     # where the plan was made
        consilium approvals import plan.json            # another machine: shows it
        consilium approve PLAN --as tom                 # there
        consilium approvals export APPROVAL > tom.json  # there
        consilium approvals import tom.json             # where the plan was made
      """, subcommands: [List.self, Export.self, Import.self], defaultSubcommand: List.self)

  struct List: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Lists approvals, the newest first, and what each is worth now.",
      discussion: "EXAMPLES\n  consilium approvals\n  consilium approvals PLAN --format json")

    @Argument(help: "Only those of this plan: its id, or the beginning of it.")
    var plan: String?

    @OptionGroup var options: ExecutorOptions

    func run() async throws {
      let found = try await options.executor().approvals(plan: plan)
      switch options.format {
      case .json:
        let list = try found.map { item -> JSONValue in
          .object(
            (try JSONValue(encoding: item.approval).object ?? []) + [
              JSONMember("worth", value: .string(item.worth))
            ])
        }
        Console.output(JSONValue.array(list).pretty)
      case .text: Console.output(found.map(Self.line).joined())
      }
    }

    private static func line(_ item: (approval: ApprovalRecord, worth: String)) -> String {
      let approval = item.approval
      let comment = approval.comment.isEmpty ? "" : "  '\(approval.comment)'"
      return
        "\(approval.id)  \(approval.plan)  \(approval.approver)  until \(approval.expires)  \(item.worth)\(comment)\n"
    }
  }

  struct Export: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Prints a plan or a signed approval as JSON, for another machine.",
      discussion: "EXAMPLES\n  consilium approvals export APPROVAL > tom.json")

    @Argument(help: "The id of an approval or of a plan, or the beginning of it.")
    var id: String

    @OptionGroup var options: ExecutorOptions

    func run() async throws {
      Console.output(try await options.executor().export(id).pretty)
    }
  }

  struct Import: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Takes in a plan to approve it here, or an approval of a plan that was made here.",
      discussion: """
        A plan is shown whole; its digest is computed anew. An approval has to be signed by a trusted key, for exactly
        the plan that is kept here, and counts once. Anything else is refused, with the reason.

        EXAMPLES
          consilium approvals import plan.json
          consilium approvals import tom.json
        """)

    @Argument(help: "What `consilium approvals export` printed.", completion: .file())
    var file: String

    @OptionGroup var options: ExecutorOptions

    func run() async throws {
      let executor = try options.executor()
      switch try await executor.take(try document()) {
      case .plan(let record, let document):
        try PlanAnswer(
          PlannedChanges(record: record, document: document, changesAnything: true),
          format: options.format == .json ? .json : .text
        ).show()
      case .approval(let approval, let document):
        try await ApprovalAnswer(approval, document: document, executor: executor).give(options.format)
      }
    }

    private func document() throws -> JSONValue {
      guard let data = FileManager.default.contents(atPath: file) else {
        throw ValidationError("\(file) cannot be read.")
      }
      do {
        return try JSONValue(parsing: Array(data))
      } catch {
        throw ValidationError("\(file) is not JSON: \(error)")
      }
    }
  }
}
