import ArgumentParser

struct RevokeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke",
    abstract: "Takes an approval back before it is used.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium revoke APPROVAL")

  @Argument(parsing: .captureForPassthrough, help: "What consilium-executor revoke takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["revoke"] + arguments)
  }
}
