import ArgumentParser
import Basics
import Delivery
import Records
import Terminal

struct RevokeCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "Takes an approval back before it is used.",
    discussion: "EXAMPLES\n  consilium approvals\n  consilium revoke APPROVAL")

  @Argument(help: "The approval's id, or the beginning of it.")
  var approval: String

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let revoked = try await options.executor().revoke(approval)
    switch options.format {
    case .json:
      let answer: JSONValue = [
        "approval": .string(revoked.id), "plan": .string(revoked.plan), "revoked": true,
      ]
      Console.output(answer.pretty)
    case .text: Console.output("\(revoked.id) of \(revoked.approver) is taken back\n")
    }
  }
}
