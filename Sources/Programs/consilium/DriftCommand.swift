import ArgumentParser

struct DriftCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drift",
    abstract: "Finds what was changed behind the state's back.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium drift")

  @Argument(parsing: .captureForPassthrough, help: "What consilium-executor drift takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["drift"] + arguments)
  }
}
