/// Why a set of tasks is no graph that can be walked.
package enum TaskGraphError: Error, Hashable, Sendable, CustomStringConvertible {
  case duplicate(String)
  case missing(String, neededBy: String)
  /// The tasks of one cycle in order; the first is named again at the end.
  case cycle([String])

  package var description: String {
    switch self {
    case .duplicate(let id): "the task '\(id)' is there twice"
    case .missing(let id, let task): "the task '\(task)' waits for '\(id)', which is not there"
    case .cycle(let ids): "tasks wait for each other: \(ids.joined(separator: " → "))"
    }
  }
}
