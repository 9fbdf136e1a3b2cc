import Experts
import Basics

/// Searches what earlier runs came to.
struct MemoryTool: AgentTool {
  let memory: any MemorySearch
  let name = "search_memory"
  let parameters: JSONValue = [
    "type": "object", "properties": ["words": ["type": "string"]], "required": ["words"],
    "additionalProperties": false,
  ]

  func call(_ arguments: JSONValue) async throws -> String {
    JSONValue.array(
      try await memory.search(arguments["words"]?.string ?? "", limit: 6).map(JSONValue.string)
    ).compact
  }
}
