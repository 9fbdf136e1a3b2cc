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
