import CrewFile
import TaskGraph
import Testing

struct TaskDependenciesTests {
  private static func tasks(_ lines: [(key: String, more: String)]) throws -> [TaskDefinition] {
    let tasks = lines.map { "  \($0.key): {description: D, expected_output: E, agent: a\($0.more)}\n" }
      .joined()
    let text = "agents:\n  a:\n    role: R\n    goal: G\n    backstory: B\ntasks:\n\(tasks)"
    return try CrewFile.load(text, file: "agents.yaml", prompts: []).crew.tasks
  }

  @Test func aTaskWithoutAContextWaitsForAllBeforeIt() throws {
    let tasks = try Self.tasks([("one", ""), ("two", ""), ("three", ", context: [one]"), ("four", "")])
    let graph = try TaskDependencies.graph(tasks)
    #expect(graph.nodes.map(\.after) == [[], ["one"], ["one"], ["two", "three"]])
    #expect(TaskDependencies.context(of: 3, in: tasks) == ["one", "two", "three"])
    #expect(TaskDependencies.context(of: 2, in: tasks) == ["one"])
  }

  @Test func asynchronousTasksStartTogetherAndTheNextWaitsForThem() throws {
    let tasks = try Self.tasks([
      ("first", ""), ("left", ", async_execution: true"), ("right", ", async_execution: true"), ("last", ""),
    ])
    let graph = try TaskDependencies.graph(tasks)
    #expect(graph.nodes.map(\.after) == [[], ["first"], ["first"], ["first", "left", "right"]])
    #expect(TaskDependencies.context(of: 2, in: tasks) == ["first"])
    #expect(TaskDependencies.context(of: 3, in: tasks) == ["first", "left", "right"])
  }

  @Test func theDependenciesAreAboutAsManyAsTheTasks() throws {
    let tasks = try Self.tasks((0..<2000).map { ("t\($0)", "") })
    #expect(try TaskDependencies.graph(tasks).nodes.map(\.after.count).reduce(0, +) == 1999)
  }
}
