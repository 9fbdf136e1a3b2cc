import ArgumentParser
import Services
import Terminal

struct RecipesTestCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract:
      "Renders each recipe by itself for every priority and runs every check on it, the real tool's where it is installed.",
    discussion: "Exit status 0 when all are proved, 3 when one is not.")

  @Argument(help: "Recipes, as aws/vpc; by default those beside agents.yaml.")
  var names: [String] = []

  @Option(name: .long, help: "text or json.")
  var format: OutputFormat = .text

  func run() async throws {
    let service = KnowledgeService(installation: StoreOption.installation)
    try ProofOutput.give(try await service.testRecipes(names), format: format)
  }
}
