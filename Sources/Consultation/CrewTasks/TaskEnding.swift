import Basics
import Reporting

/// What a task came to, for the tasks after it.
struct TaskEnding: Sendable, Hashable {
  enum Status: String, Sendable {
    case done
    /// Its condition did not hold.
    case notNeeded = "not-needed"
  }

  var status: Status
  /// Empty where the task was not needed.
  var text: String
  var work: TaskWork
}
