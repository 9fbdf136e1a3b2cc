import ArgumentParser
import Basics
import CrewFile
import Engine
import Experts
import Foundation
import Vocabulary

struct CrewCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crew", abstract: "Checks and shows the crew.", subcommands: [Lint.self, Show.self],
    defaultSubcommand: Show.self)

  struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      abstract:
        "Checks agents.yaml and the prompts, and names each key without effect and each tool that does not exist.",
      discussion: "EXAMPLES\n  consilium crew lint\n  consilium crew lint other/agents.yaml")

    @Argument(help: "The crew file.")
    var file: String?

    func run() async throws {
      let path = file ?? StoreOption.installation.crewFile
      let crew = try CrewFile.load(path)
      let text = try String(contentsOfFile: path, encoding: .utf8)
      let warnings = try CrewFile.lint(text, file: path, tools: AgentTools.names)
      Console.output(warnings.map { "\($0)\n" }.joined())
      Console.output(
        "\(path): \(crew.crew.agents.count) agents, \(crew.prompts.count) prompts, \(warnings.count) warnings\n"
      )
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
