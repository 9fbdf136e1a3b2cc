import Experts
import Basics
import Vocabulary

/// Prices a piece of code.
struct PriceTool: AgentTool {
  let workbench: any Workbench
  let name = "price"
  let parameters = Snippet.parameters

  func call(_ arguments: JSONValue) async throws -> String {
    let price = Snippet(arguments).evidence(workbench).price
    let resources = price.resources.map { resource -> JSONValue in
      [
        "address": .string(resource.address), "status": .string(resource.status.rawValue),
        "monthly": resource.monthly.map(JSONValue.number) ?? .null, "reason": .string(resource.reason),
      ]
    }
    return
      ([
        "currency": .string(price.currency), "monthly": .number(price.monthly),
        "resources": .array(resources),
      ] as JSONValue).compact
  }
}
