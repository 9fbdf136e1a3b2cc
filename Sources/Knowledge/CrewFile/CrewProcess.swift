import Vocabulary

/// What `process:` may say: the modes of a consultation, and the processes of an ordinary task graph.
enum CrewProcess: String, CaseIterable {
  case solo, ensemble, debate, sequential, hierarchical

  /// Nil for a process of tasks.
  var mode: Request.Mode? { Request.Mode(rawValue: rawValue) }

  /// Nil for a consultation.
  var tasks: TaskProcess.Kind? { TaskProcess.Kind(rawValue: rawValue) }
}
