import ArgumentParser

struct ApprovalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approvals",
    abstract: "Lists approvals and what each is worth now; exports and imports them.",
    discussion:
      "Runs consilium-executor, the only program that acts.\n\nEXAMPLES\n  consilium approvals\n  consilium approvals export APPROVAL > tom.json\n  consilium approvals import tom.json"
  )

  @Argument(
    parsing: .captureForPassthrough, help: "What consilium-executor approvals takes; --help shows it.")
  var arguments: [String] = []

  func run() throws {
    try ExecutorProgram.replaceThisProgram(["approvals"] + arguments)
  }
}
