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

    @Argument(help: "The crew file, or a project's folder.")
    var path: String?

    @Option(name: .long, help: "text or json.")
    var format: OutputFormat = .text

    func run() async throws {
      let installation = StoreOption.installation
      let crew = try CrewFile.load(
        CrewProject(at: path ?? installation.crewFile), prompts: installation.shippedPrompts
      ).crew
      guard format == .text else { return Console.output(try JSONValue(encoding: crew).pretty) }
      let lines = crew.process.map { tasks(crew, $0) } ?? consultation(crew)
      Console.output(lines.joined(separator: "\n") + "\n")
    }

    private func consultation(_ crew: Crew) -> [String] {
      ["\(crew.name): \(crew.mode.rawValue), \(crew.rounds) round(s), moderated by \(crew.moderator)"]
        + crew.agents.map { agent in
          let parts = [
            crew.drafters.contains(agent.key) ? "drafts" : "",
            crew.critics.contains(agent.key) ? "objects" : "",
            crew.judges.contains(agent.key) ? "judges" : "", agent.veto ? "may veto" : "",
          ].filter { !$0.isEmpty }
          return "  \(agent.key): \(agent.role), \(agent.priority.rawValue); \(parts.joined(separator: ", "))"
        }
    }

    private func tasks(_ crew: Crew, _ process: TaskProcess) -> [String] {
      let manager = process.manager.map { ", managed by \($0)" } ?? ""
      let agents = crew.agents.map { agent in
        "  \(agent.key): \(agent.role)\(process.delegators.contains(agent.key) ? "; may hand work on" : "")"
      }
      let tasks = crew.tasks.enumerated().map { place, task in
        let context = TaskDependencies.context(of: place, in: crew.tasks)
        return "  \(task.key) by \(task.agent ?? "whoever is given it")"
          + (context.isEmpty ? "" : ", with \(context.joined(separator: ", "))")
          + (task.guardrails.isEmpty
            ? "" : "; has to pass \(task.guardrails.map(\.name).joined(separator: ", "))")
      }
      return ["\(crew.name): \(process.kind.rawValue)\(manager)"] + agents + ["tasks"] + tasks
    }
  }
}
