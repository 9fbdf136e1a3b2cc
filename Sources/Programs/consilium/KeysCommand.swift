import ArgumentParser

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys",
    abstract: "The keys that may approve: lists, exports, trusts and removes them.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium keys\n  consilium keys trust tom"
  )

  @Argument(parsing: .captureForPassthrough, help: "What consilium-executor keys takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["keys"] + arguments)
  }
}
