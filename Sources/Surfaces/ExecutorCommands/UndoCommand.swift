import ArgumentParser
import Delivery

struct UndoCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Plans the way back from an apply; the plan is approved and applied as any other.",
    discussion: """
      The files of the apply before it are planned against what exists now; where there was none, everything goes.
      What cannot be undone (data that is lost) is said here, and was said with the first plan.

      EXAMPLES
        consilium undo APPLY && consilium approve PLAN --as maria && consilium apply PLAN
      """)

  @Argument(help: "The apply's id, or the beginning of it; the last apply of its folder.")
  var apply: String

  @OptionGroup var options: PlanOptions

  func run() async throws {
    let planned = try await options.executor().undo(apply, progress: LiveProgress().observer)
    try PlanAnswer(planned, format: options.format).give()
  }
}
