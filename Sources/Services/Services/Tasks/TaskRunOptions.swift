import CrewFile

/// What the person asked of a crew's tasks, and how.
package struct TaskRunOptions: Sendable {
  /// A crew file, or the folder of a project.
  package var path: String
  /// Values of the crew's `{name}` placeholders.
  package var inputs: [String: String]
  /// Instead of what the crew says.
  package var process: TaskProcess.Kind?
  /// Nil for a folder named for the run below `consultations/`.
  package var output: String?
  /// Tasks at the same time.
  package var limit: Int
  package var models: ModelRunOptions

  package init(
    path: String, inputs: [String: String] = [:], process: TaskProcess.Kind? = nil, output: String? = nil,
    limit: Int = 8, models: ModelRunOptions = ModelRunOptions()
  ) {
    self.path = path
    self.inputs = inputs
    self.process = process
    self.output = output
    self.limit = limit
    self.models = models
  }
}
