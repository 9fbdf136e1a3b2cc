import ArgumentParser
import Basics
import CrewFile
import Services
import Foundation
import Vocabulary
import Terminal

struct CrewCommand: AsyncParsableCommand, WorksWithoutTrust {
  static let configuration = CommandConfiguration(
    commandName: "crew", abstract: "Checks and shows the crew, and runs its tasks.",
    subcommands: [Lint.self, Show.self, CrewRunCommand.self],
    defaultSubcommand: Show.self)

  struct Lint: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract:
        "Checks the crew, its tasks and prompts, and names each key without effect and each tool that does not exist.",
      discussion: """
        A crew is agents.yaml, or the folder of a CrewAI project with config/agents.yaml and config/tasks.yaml.

        EXAMPLES
          consilium crew lint
          consilium crew lint ~/projects/research-crew
        """)

    @Argument(help: "The crew file, or a project's folder.")
    var path: String?

    func run() async throws {
      let lint = try CrewService(installation: StoreOption.installation).lint(path)
      Console.output(lint.warnings.map { "\($0)\n" }.joined() + lint.summary + "\n")
    }
  }

  struct Show: AsyncParsableCommand, WorksWithoutTrust {
    static let configuration = CommandConfiguration(
      abstract: "Prints who consults, with which priority, and how.",
      discussion: "EXAMPLES\n  consilium crew show")

    @Argument(help: "The crew file, or a project's folder.")
    var path: String?

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    func run() async throws {
      let crew = try CrewService(installation: StoreOption.installation).show(path)
      switch format {
      case .json: Console.output(crew.json.pretty)
      case .text: Console.output(crew.lines.joined(separator: "\n") + "\n")
      }
    }
  }
}
