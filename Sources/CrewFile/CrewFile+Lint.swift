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
    func warning(_ code: String, _ summary: String, _ detail: String, _ place: SourcePosition) -> Diagnostic {
      Diagnostic(
        .warning, code: code, summary: summary, detail: detail, range: SourceRange(file: file, start: place))
    }
    func idle(_ section: String, _ keys: [String]) -> [Diagnostic] {
      (root[section]?.pairs ?? []).flatMap { entry in
        (entry.value.pairs ?? []).filter { keys.contains($0.key) }.map { pair in
          warning(
            "crew.key-without-effect", "Key without effect",
            "'\(pair.key)' of '\(entry.key)' is CrewAI's and changes nothing here.", pair.keyPosition)
        }
      }
    }
    let unknown = (root["agents"]?.pairs ?? []).flatMap { agent in
      (agent.value["tools"]?.elements ?? []).compactMap { element -> Diagnostic? in
        guard let name = element.text, !tools.contains(name) else { return nil }
        let hint = Spelling.nearest(to: name, in: tools).map { " Did you mean '\($0)'?" } ?? ""
        return warning(
          "crew.unknown-tool", "Unknown tool",
          "'\(agent.key)' is offered '\(name)', which is no tool here, and does without it.\(hint) There are: \(tools.joined(separator: ", ")).",
          element.position)
      }
    }
    let all =
      idle("agents", CrewKeys.agentWithoutEffect) + idle("tasks", CrewKeys.taskWithoutEffect) + unknown
    return all.sorted { ($0.range?.start.offset ?? 0) < ($1.range?.start.offset ?? 0) }
  }
}
