import Basics
import CrewFile
import ModelContext
import ModelExperts

/// A tool of another server as an agent calls it.
struct ForeignTool: AgentTool {
  let server: OpenToolServer
  let tool: RemoteTool
  let calls: ToolCalls

  /// Models name tools by letters, digits, `_` and `-`.
  var name: String { "\(server.definition.name)__\(tool.name.replacing(".", with: "-"))" }
  var parameters: JSONValue { tool.input }
  var foreign: ForeignDescription? {
    ForeignDescription(server: server.definition.name, words: tool.description)
  }

  func call(_ arguments: JSONValue) async throws -> String {
    let record = try await calls.call(tool, of: server, arguments: arguments)
    return JSONValue.object([
      JSONMember("id", value: .string(record.id)), JSONMember("server", value: .string(record.server)),
      JSONMember("tool", value: .string(record.tool)), JSONMember("isError", value: .bool(record.isError)),
      JSONMember("data", value: .string(record.text)),
    ]).compact
  }
}
