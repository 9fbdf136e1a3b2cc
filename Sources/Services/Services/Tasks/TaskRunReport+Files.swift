import CrewTasks
import Reporting
import TaskGraph
import Vocabulary

extension TaskRunReport {
  /// What a run of tasks writes: the results that go to a file, and the run itself in its forms.
  func files(_ json: String) throws -> [Artifact] {
    let results = tasks.compactMap { task -> Artifact? in
      guard let path = task.file, let output = task.output else { return nil }
      return Artifact(path: path, content: output)
    }
    return results + [
      Artifact(path: TaskFiles.json, content: json),
      Artifact(path: TaskFiles.markdown, content: try markdown()),
      Artifact(path: TaskFiles.drawing, content: drawing().svg),
    ]
  }
}
