import ArgumentParser
import Basics
import Delivery
import Store

struct ApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approves a plan's digest, for one apply and a limited time.",
    discussion:
      "EXAMPLES\n  consilium approve PLAN\n  consilium approve PLAN --as maria --minutes 30 --comment 'seen with the team'"
  )

  @Argument(help: "The plan's id, or the beginning of it.")
  var plan: String

  @Option(name: .customLong("as"), help: "Who approves. By default the user who runs this.")
  var approver: String?

  @Option(name: .long, help: "How long the approval is good, 1 to 1440 minutes.")
  var minutes = Executor.approvalMinutes

  @Option(name: .long, help: "Why; kept with the approval.")
  var comment = ""

  @OptionGroup var options: ExecutorOptions

  func validate() throws {
    guard (1...1440).contains(minutes) else { throw ValidationError("--minutes is a number from 1 to 1440.") }
  }

  func run() async throws {
    let name = approver ?? ExecutorOptions.user
    let (approval, document) = try await options.executor().approve(
      plan, approver: name, minutes: minutes, comment: comment)
    switch options.format {
    case .json:
      let answer: JSONValue = [
        "approval": .string(approval.id), "plan": .string(approval.plan), "digest": .string(approval.digest),
        "approver": .string(approval.approver), "expires": .string(approval.expires),
      ]
      ExecutorOptions.output(answer.pretty)
    case .text:
      ExecutorOptions.output(
        """
        \(name) approves \(document.summary) until \(approval.expires)
        consilium apply \(approval.plan)

        """)
    }
  }
}
