import ArgumentParser
import Basics
import CrewFile
import Engine
import Experts
import Foundation
import Vocabulary

struct CrewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crew", abstract: "Checks and shows the crew, and runs its tasks.",
    subcommands: [Lint.self, Show.self, CrewRunCommand.self],
    defaultSubcommand: Show.self)

  struct Lint: AsyncParsableCommand {
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
      let installation = StoreOption.installation
      let lint = try CrewLint(path ?? installation.crewFile, prompts: installation.shippedPrompts)
      Console.output(lint.warnings.map { "\($0)\n" }.joined() + lint.summary + "\n")
    }
  }

  struct Show: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Prints who consults, with which priority, and how.",
      discussion: "EXAMPLES\n  consilium crew show")

    @Argument(help: "The crew file.")
    var file: String?

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    func run() async throws {
      let crew = try CrewFile.load(file ?? StoreOption.installation.crewFile).crew
      guard format == .text else { return Console.output(try JSONValue(encoding: crew).pretty) }
      var lines = [
        "\(crew.name): \(crew.mode.rawValue), \(crew.rounds) round(s), moderated by \(crew.moderator)"
      ]
      for agent in crew.agents {
        let parts = [
          crew.drafters.contains(agent.key) ? "drafts" : "",
          crew.critics.contains(agent.key) ? "objects" : "",
          crew.judges.contains(agent.key) ? "judges" : "", agent.veto ? "may veto" : "",
        ].filter { !$0.isEmpty }
        lines.append(
          "  \(agent.key): \(agent.role), \(agent.priority.rawValue); \(parts.joined(separator: ", "))")
      }
      Console.output(lines.joined(separator: "\n") + "\n")
    }
  }
}
