import ArgumentParser
import Services
import Terminal

struct RulesTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract:
      "Holds each rule against its passing and its failing case, and its remedy against the failing one.",
    discussion: "Exit status 0 when all are proved, 3 when one is not.")

  @Argument(help: "Files or folders of rules; by default rules/ beside agents.yaml.")
  var paths: [String] = []

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let service = KnowledgeService(installation: StoreOption.installation)
    try ProofOutput.give(service.testRules(paths), format: format)
  }
}
