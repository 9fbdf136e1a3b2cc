import Basics

/// Why a task of a crew did not come to an end.
package typealias CrewTasksError = RoomError<CrewTasksErrorCode>

/// The stable codes of `CrewTasksError`.
package enum CrewTasksErrorCode: String, ErrorCode, Codable {
  /// The crew has no tasks, or nobody who could do them.
  case notRunnable = "tasks.not-runnable"
  /// The result did not pass a guardrail, however often it was made again.
  case guardrail = "tasks.guardrail"
  /// The manager did not accept the result.
  case notAccepted = "tasks.not-accepted"
  /// More time was used than the task has.
  case late = "tasks.late"
  /// The condition has no answer.
  case condition = "tasks.condition"
  /// A person has to answer, and nobody is there.
  case waiting = "tasks.waiting"
  /// More was handed on than the crew allows.
  case delegations = "tasks.delegations"
}
