import ArgumentParser

struct ReconcileCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reconcile",
    abstract: "Looks what an apply without a known end has left undone.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium reconcile PLAN")

  @Argument(
    parsing: .captureForPassthrough, help: "What consilium-executor reconcile takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["reconcile"] + arguments)
  }
}
