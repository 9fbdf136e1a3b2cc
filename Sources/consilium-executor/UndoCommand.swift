import ArgumentParser
import Delivery

struct UndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Plans the way back from an apply; the plan is approved and applied as any other.",
    discussion: """
      The files of the apply before it are planned against what exists now; where there was none, everything goes.

      EXAMPLES
        consilium undo APPLY && consilium approve PLAN && consilium apply PLAN
      """)

  @Argument(help: "The apply's id, or the beginning of it; the last apply of its folder.")
  var apply: String

  @OptionGroup var options: ExecutorOptions

  func run() async throws {
    let planned = try await options.executor().undo(apply) { ExecutorOptions.say($0) }
    try PlanAnswer(planned, options.format).give()
  }
}
