import Basics
import LanguageModels
import Testing

@testable import ModelExperts

/// A server with many tools costs a call little, and what the step needs is among what it is told.
struct ToolSelectionTests {
  private struct Stub: AgentTool {
    let name: String
    let parameters: JSONValue = ["type": "object"]
    func call(_ arguments: JSONValue) async throws -> String { "" }
  }

  private static func tools(_ count: Int) -> [(tool: any AgentTool, told: ModelTool)] {
    let things = ["dashboard", "alert", "bucket", "database", "incident", "panel", "team", "folder"]
    return (0..<count).map { index in
      let thing = things[index % things.count]
      return (
        Stub(name: "many__\(thing)_\(index)"),
        ModelTool(
          name: "many__\(thing)_\(index)",
          description: "Finds a \(thing) and tells everything of it. "
            + String(repeating: "It is long. ", count: 20),
          parameters: ["type": "object", "properties": ["name": ["type": "string"]]])
      )
    }
  }

  @Test func manyToolsFitInTheLimit() {
    let chosen = ToolSelection(Self.tools(79)).chosen(for: "Why do the databases of the shop alert at night?")
    let tokens = chosen.reduce(0) { $0 + ToolSelection.tokens($1) }
    #expect(tokens <= 2_000 && tokens > 1_500)
    // Those that the words speak of come before all others.
    let meant = chosen.filter { $0.name.contains("database") || $0.name.contains("alert") }
    #expect(meant.count == 20)
  }

  @Test func fewToolsAreAllTold() {
    let chosen = ToolSelection(Self.tools(5)).chosen(for: "anything")
    #expect(chosen.map(\.name) == Self.tools(5).map(\.told.name))
  }

  @Test func aToolThatIsTooLongIsLeftOutAndTheNextTold() {
    let long = (
      tool: Stub(name: "a__bucket") as any AgentTool,
      told: ModelTool(
        name: "a__bucket", description: String(repeating: "bucket ", count: 3000), parameters: [:])
    )
    #expect(ToolSelection([long] + Self.tools(3)).chosen(for: "a bucket").count == 3)
  }
}
