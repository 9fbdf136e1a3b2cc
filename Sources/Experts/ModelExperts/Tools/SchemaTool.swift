import Experts
import Basics

/// Looks up what a provider accepts for a resource type.
struct SchemaTool: AgentTool {
  let desk: any ReferenceDesk
  let name = "resource_schema"
  let parameters: JSONValue = [
    "type": "object", "properties": ["type": ["type": "string"]], "required": ["type"],
    "additionalProperties": false,
  ]

  func call(_ arguments: JSONValue) async throws -> String {
    let type = arguments["type"]?.string ?? ""
    guard let schema = desk.schema(of: type, limit: 12_000) else {
      throw ExpertError(
        .unknownName, summary: "No such resource type", detail: "No provider here has '\(type)'.")
    }
    return schema
  }
}
