/// How a task ended.
package enum TaskOutcome<Result: Sendable>: Sendable {
  case succeeded(Result)
  case failed(any Error)
  /// A task it needed did not succeed; the name of that task.
  case skipped(because: String)

  package var result: Result? {
    if case .succeeded(let result) = self { result } else { nil }
  }
}

/// What a walk tells while it goes on.
package enum TaskEvent: Sendable, Hashable {
  case started(String)
  case succeeded(String, Duration)
  case failed(String, Duration, reason: String)
  case skipped(String, because: String)
}
