import ArgumentParser

struct ApproveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approves a plan, for one apply and a limited time.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium approve PLAN --as maria --comment 'seen with the team'"
  )

  @Argument(parsing: .captureForPassthrough, help: "What consilium-executor approve takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["approve"] + arguments)
  }
}
