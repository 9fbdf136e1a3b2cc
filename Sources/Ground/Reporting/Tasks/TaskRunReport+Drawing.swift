import Basics
import TaskGraph

extension TaskRunReport {
  /// The tasks with what became of them and how long they took.
  package func drawing() -> GraphDrawing {
    GraphDrawing(
      title: "The tasks of \(crew) in run \(run)",
      nodes: tasks.map { task in
        GraphDrawing.Node(
          id: task.key, title: "\(task.key) (\(task.agent ?? "nobody"))", detail: Self.detail(task),
          tone: Self.tone(task.status),
          after: task.after)
      })
  }

  private static func detail(_ task: TaskReport) -> String {
    guard let time = task.time else { return task.status.rawValue }
    return time.words
  }

  private static func tone(_ status: TaskReport.Status) -> GraphDrawing.Tone {
    switch status {
    case .done: .done
    case .failed: .failed
    case .skipped, .waiting: .skipped
    case .notNeeded: .idle
    }
  }
}
