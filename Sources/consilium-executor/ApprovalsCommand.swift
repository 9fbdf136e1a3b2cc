import ArgumentParser
import Basics
import Delivery
import Store

struct ApprovalsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approvals", abstract: "Lists approvals, the newest first, and what each is worth now.",
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
          (try JSONValue(encoding: item.approval).object ?? []) + [JSONMember("worth", .string(item.worth))])
      }
      try Console.output(JSONValue.array(list).pretty)
    case .text:
      try Console.output(
        found.map { item in
          let comment = item.approval.comment.isEmpty ? "" : "  '\(item.approval.comment)'"
          return
            "\(item.approval.id)  \(item.approval.plan)  \(item.approval.approver)  until \(item.approval.expires)  \(item.worth)\(comment)\n"
        }.joined())
    }
  }
}
