import ArgumentParser

struct PlanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Plans a bundle or a folder with the real tool and shows what would change.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium plan consultations/RUN")

  @Argument(parsing: .captureForPassthrough, help: "What consilium-executor plan takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["plan"] + arguments)
  }
}
