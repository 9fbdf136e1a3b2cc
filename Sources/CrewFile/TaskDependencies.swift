import TaskGraph

/// The tasks of a crew as a graph, a task after those in its `context`.
enum TaskDependencies {
  static func graph(
    _ tasks: [TaskDefinition], _ known: Set<String>
  ) throws(TaskGraphError) -> TaskGraph<TaskDefinition> {
    let present = Set(tasks.map(\.key))
    return try TaskGraph(
      tasks.map { .init(id: $0.key, after: $0.context.filter(present.contains), payload: $0) })
  }
}
