import ArgumentParser

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Plans the way back from an apply.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium undo APPLY")

  @Argument(parsing: .captureForPassthrough, help: "What consilium-executor undo takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["undo"] + arguments)
  }
}
