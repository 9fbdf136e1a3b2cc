import Basics

/// Why a task failed, with what had been done for it.
struct TaskFailure: Error, CustomStringConvertible {
  let cause: any Error
  let work: TaskWork

  var description: String { "\(cause)" }

  /// Whether it goes on as soon as a person answers.
  var isWaiting: Bool { (cause as? CrewTasksError)?.code == .waiting }
}
