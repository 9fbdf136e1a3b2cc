import ArgumentParser

struct PublishCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Commits a bundle to a branch of a Git repository; pushes only when told.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium publish RUN --git ../deployments --path shop"
  )

  @Argument(parsing: .captureForPassthrough, help: "What consilium-executor publish takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["publish"] + arguments)
  }
}
