import Basics
import ModelContext

/// The tools as `Data/tools.json` describes them, with what a caller needs for each.
struct ToolCatalog: Sendable {
  let tools: [(definition: ToolDefinition, scope: AssistantScope)]

  /// - Throws: for a file that cannot be read or leaves something out.
  init() throws {
    let file = try AssistantFile.json("tools.json")
    tools = try (file["tools"]?.array ?? []).map { tool in
      guard let name = tool["name"]?.string, let title = tool["title"]?.string,
        let description = tool["description"]?.string,
        let scope = tool["scope"]?.string.flatMap(AssistantScope.init), let required = tool["required"]
      else { throw Self.fault(tool) }
      // Several tools take files, and several give a digest of a report; each is written once.
      let input = tool["input"]?.string.flatMap { file[$0] } ?? tool["input"]
      let output = tool["output"]?.string.flatMap { file[$0] } ?? tool["output"]
      guard let properties = input?.object, let output else { throw Self.fault(tool) }
      return (
        ToolDefinition(
          name: name, title: title, description: description,
          input: [
            "type": "object", "properties": .object(properties + (tool["more"]?.object ?? [])),
            "required": required, "additionalProperties": false,
          ], output: output,
          annotations: ToolDefinition.Annotations(readsOnly: scope == .read, isOpenWorld: scope == .consult),
          isLong: tool["isLong"]?.bool ?? false, page: tool["page"]?.string), scope
      )
    }
  }

  private static func fault(_ tool: JSONValue) -> Diagnostic {
    Diagnostic(
      code: "mcp.tools", summary: "A tool is not described",
      detail: "tools.json leaves something out of '\(tool["name"]?.string ?? "a tool without a name")'.")
  }
}
