import ArgumentParser

struct ApplyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "apply", abstract: "Applies exactly an approved plan, once.",
    discussion: "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium apply PLAN")

  @Argument(parsing: .captureForPassthrough, help: "What consilium-executor apply takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["apply"] + arguments)
  }
}
