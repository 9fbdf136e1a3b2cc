import TaskGraph

/// The tasks of a crew as a graph, a task after those whose results it gets.
package enum TaskDependencies {
  /// - Throws: `TaskGraphError` for a context that is not there and for tasks that wait for each other.
  package static func graph(_ tasks: [TaskDefinition]) throws(TaskGraphError) -> TaskGraph<TaskDefinition> {
    let after = direct(tasks)
    return try TaskGraph(zip(tasks, after).map { .init(id: $0.key, after: $1, payload: $0) })
  }

  /// What each task waits for, in the order of the tasks: its context or, where it names none, all tasks before it but
  /// those that run asynchronously and were just started. Of what a task before already waits for nothing is said again,
  /// so that there are about as many dependencies as tasks.
  private static func direct(_ tasks: [TaskDefinition]) -> [[String]] {
    // What a task has to wait for to have waited for everything, but for the asynchronous tasks just started.
    var settled: [String] = []
    var started: [String] = []
    return tasks.map { task in
      let before = task.context ?? (task.runsAsynchronously ? settled : settled + started)
      if task.runsAsynchronously {
        started.append(task.key)
      } else {
        settled = task.context == nil ? [task.key] : settled + started + [task.key]
        started = []
      }
      return before
    }
  }

  /// The tasks whose results a task gets, by its place, in order.
  package static func context(of place: Int, in tasks: [TaskDefinition]) -> [String] {
    if let context = tasks[place].context { return context }
    var end = place
    if tasks[place].runsAsynchronously {
      while end > 0, tasks[end - 1].runsAsynchronously { end -= 1 }
    }
    return tasks[..<end].map(\.key)
  }
}
