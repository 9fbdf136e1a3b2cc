import Vocabulary
import Basics
import CrewFile

/// Who consults, with which priority, and how; or which tasks are worked through by whom.
package struct CrewDescription: Sendable {
  /// A line for the crew, and one for each agent and task.
  package let lines: [String]
  /// The crew as it was read.
  package let json: JSONValue

  init(_ crew: Crew) throws {
    lines = crew.process.map { Self.tasks(of: crew, by: $0) } ?? Self.consultation(of: crew)
    json = try JSONValue(encoding: crew)
  }

  private static func consultation(of crew: Crew) -> [String] {
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

  private static func tasks(of crew: Crew, by process: TaskProcess) -> [String] {
    let manager = process.manager.map { ", managed by \($0)" } ?? ""
    let agents = crew.agents.map { agent in
      "  \(agent.key): \(agent.role)\(process.delegators.contains(agent.key) ? "; may hand work on" : "")"
    }
    let tasks = crew.tasks.enumerated().map { index, task in
      let context = TaskDependencies.context(of: index, in: crew.tasks)
      return "  \(task.key) by \(task.agent ?? "whoever is given it")"
        + (context.isEmpty ? "" : ", with \(context.joined(separator: ", "))")
        + (task.guardrails.isEmpty
          ? "" : "; has to pass \(task.guardrails.map(\.name).joined(separator: ", "))")
    }
    return ["\(crew.name): \(process.kind.rawValue)\(manager)"] + agents + ["tasks"] + tasks
  }
}
