import Basics
import StrictYAML

extension CrewFile {
  /// What is allowed and changes nothing, as warnings in the order of the file: CrewAI's keys without a meaning here, and
  /// names under `tools:` that are no tool.
  /// - Parameter tools: the names of the tools there are.
  package static func lint(
    _ text: String, file: String, tools: [String]
  ) throws(Diagnostic) -> [Diagnostic] {
    let root = try StrictYAML.document(text, file: file)
    let approvals = (root["crew"]?.pairs ?? []).filter { $0.key == "approvals" }.map { pair in
      Diagnostic(
        .warning, code: "crew.key-without-effect", summary: "Key without effect",
        detail: approvalsAreElsewhere,
        range: SourceRange(file: file, start: pair.keyPosition))
    }
    return approvals
      + lint(
        agents: root["agents"], tasks: root["tasks"], file: file, tools: tools,
        servers: (root["mcp"]?.pairs ?? []).map(\.key))
  }

  /// As above, for a crew of ours or a CrewAI project.
  package static func lint(_ project: CrewProject, tools: [String]) throws -> [Diagnostic] {
    switch project {
    case .file(let path): return try lint(try read(path), file: path, tools: tools)
    case .pair(let agents, let tasks):
      return lint(
        agents: try StrictYAML.document(try read(agents), file: agents), tasks: nil, file: agents,
        tools: tools)
        + lint(
          agents: nil, tasks: try StrictYAML.document(try read(tasks), file: tasks), file: tasks, tools: tools
        )
    }
  }

  private static func lint(
    agents: YAMLNode?, tasks: YAMLNode?, file: String, tools: [String], servers: [String] = []
  ) -> [Diagnostic] {
    func warning(_ code: String, summary: String, detail: String, place: SourcePosition) -> Diagnostic {
      Diagnostic(
        .warning, code: code, summary: summary, detail: detail, range: SourceRange(file: file, start: place))
    }
    func idle(_ section: YAMLNode?, keys: [String]) -> [Diagnostic] {
      (section?.pairs ?? []).flatMap { entry in
        (entry.value.pairs ?? []).filter { keys.contains($0.key) }.map { pair in
          warning(
            "crew.key-without-effect", summary: "Key without effect",
            detail: "'\(pair.key)' of '\(entry.key)' is CrewAI's and changes nothing here.",
            place: pair.keyPosition)
        }
      }
    }
    let unknown = (agents?.pairs ?? []).flatMap { agent in
      (agent.value["tools"]?.elements ?? []).compactMap { element -> Diagnostic? in
        guard let name = element.text, !tools.contains(name) else { return nil }
        // What a server of others offers is known once it runs.
        if servers.contains(where: { name.hasPrefix("\($0)/") }) { return nil }
        let hint = Spelling.hint(for: name, among: tools)
        return warning(
          "crew.unknown-tool", summary: "Unknown tool",
          detail:
            "'\(agent.key)' is offered '\(name)', which is not a tool here, and does without it.\(hint) There are: \(tools.joined(separator: ", ")).",
          place: element.position)
      }
    }
    let all =
      idle(agents, keys: CrewKeys.agentWithoutEffect) + idle(tasks, keys: CrewKeys.taskWithoutEffect)
      + unknown
    return all.sorted { ($0.range?.start.offset ?? 0) < ($1.range?.start.offset ?? 0) }
  }
}
