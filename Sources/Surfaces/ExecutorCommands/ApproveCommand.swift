import ArgumentParser
import Basics
import Delivery
import Records
import Terminal

struct ApproveCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Signs an approval of a plan, for one apply and a limited time.",
    discussion: """
      The approval is signed with the approver's key on this machine (see `consilium keys`). Whoever made the plan
      cannot approve it, unless the crew file allows it. A plan that destroys, replaces, changes rights, opens something
      to everyone or costs more than the threshold needs two people and the number of changes, typed. People on another
      machine approve with `consilium approvals export` and `import`.

      EXAMPLES
        consilium approve PLAN --as maria
        consilium approve PLAN --as tom --count 12 --minutes 30 --comment 'seen with the team'
      """)

  @Argument(help: "The plan's id, or the beginning of it.")
  var plan: String

  @Option(name: .customLong("as"), help: "Who approves. By default the user who runs this.")
  var approver: String?

  @Option(name: .long, help: "How many resources the plan changes, as you read it.")
  var count: Int?

  @Option(name: .long, help: "How long the approval is good, 1 to 1440 minutes.")
  var minutes = ApprovalWord.defaultMinutes

  @Option(name: .long, help: "Why; kept with the approval.")
  var comment = ""

  @OptionGroup var options: ExecutorOptions

  func validate() throws {
    guard (1...1440).contains(minutes) else { throw ValidationError("--minutes is a number from 1 to 1440.") }
  }

  func run() async throws {
    let executor = try options.executor()
    let name = approver ?? ExecutorOptions.user
    let typed = if let count { count } else { try await askedCount(executor) }
    let (approval, document) = try await executor.approve(
      plan, word: ApprovalWord(approver: name, minutes: minutes, comment: comment, typedCount: typed))
    try await ApprovalAnswer(approval, document: document, executor: executor).give(options.format)
  }

  /// Asks for the number on a terminal, where the plan needs it.
  private func askedCount(_ executor: Executor) async throws -> Int? {
    let document = try await executor.planned(plan).document
    guard !document.risks.isEmpty, Console.inputIsTerminal, Console.errorIsTerminal else { return nil }
    document.risks.forEach { Console.say("\($0.kind.rawValue): \($0.address) \($0.reason)") }
    document.undo.losses.forEach { Console.say("cannot be undone: \($0)") }
    Console.error("How many resources does this plan change? ")
    return readLine().flatMap { Int($0.filter { !$0.isWhitespace }) }
  }
}
