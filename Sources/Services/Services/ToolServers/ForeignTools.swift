import Basics
import CrewFile
import ModelContext
import ModelExperts

/// The tools of other servers that a crew's agents are given, by their allow-lists: `git/git_log` in `tools:`.
struct ForeignTools: Sendable {
  /// Those of a run that asks nobody live.
  static let unasked = ForeignTools(servers: [], isLive: false)

  let servers: [OpenToolServer]
  let calls = ToolCalls()
  private let isLive: Bool

  init(servers: [OpenToolServer], isLive: Bool = true) {
    self.servers = servers
    self.isLive = isLive
  }

  /// The tools that an agent's list names; a name with `/` that is no tool of an open server is a mistake.
  /// - Throws: `DiagnosticsError` with every such name.
  func named(_ agent: Agent) throws -> [any AgentTool] {
    guard isLive else { return [] }
    var faults: [Diagnostic] = []
    let tools = agent.tools.filter(Self.isForeign).compactMap { name -> ForeignTool? in
      let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
      guard parts.count == 2, let server = servers.first(where: { $0.definition.name == parts[0] }),
        let tool = server.tools.first(where: { $0.name == parts[1] })
      else {
        let known = servers.flatMap { server in server.tools.map { "\(server.definition.name)/\($0.name)" } }
        faults.append(
          Diagnostic(
            code: "crew.unknown-tool", summary: "No such tool",
            detail:
              "'\(agent.key)' is to have '\(name)', which no server under 'mcp:' offers.\(Spelling.hint(for: name, among: known))",
            range: agent.range))
        return nil
      }
      return ForeignTool(server: server, tool: tool, calls: calls)
    }
    guard faults.isEmpty else { throw DiagnosticsError(faults) }
    return tools
  }

  static func isForeign(_ name: String) -> Bool { name.contains("/") }

  /// The servers that agents answered by models are given tools of; no other is started.
  static func needed(
    _ definitions: [ToolServerDefinition], crew: Crew, answerers: [String: Answerer]
  ) -> [ToolServerDefinition] {
    let names = Set(
      crew.agents.filter { answerers[$0.key]?.usesModel == true }.flatMap(\.tools).filter(isForeign)
        .compactMap { $0.split(separator: "/").first.map(String.init) })
    return definitions.filter { names.contains($0.name) }
  }
}
