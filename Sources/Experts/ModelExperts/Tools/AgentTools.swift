import Experts

/// The tools there are, by name.
package struct AgentTools: Sendable {
  private let all: [any AgentTool]

  /// - Parameter memory: nil where this machine remembers nothing.
  package init(desk: any ReferenceDesk, workbench: any Workbench, memory: (any MemorySearch)? = nil) {
    all =
      [SchemaTool(desk: desk), PriceTool(workbench: workbench), CheckTool(workbench: workbench)]
      + (memory.map { [MemoryTool(memory: $0)] } ?? [])
  }

  /// The names that `tools:` may hold.
  package static let names = ["resource_schema", "price", "check", "search_memory"]

  /// The tools of an agent; a name that is no tool here is left out.
  package func named(_ names: [String]) -> [any AgentTool] {
    all.filter { names.contains($0.name) }
  }
}
