/// What a walk tells while it goes on.
package enum TaskEvent: Sendable, Hashable {
  case started(String)
  case succeeded(String, Duration)
  case failed(String, Duration, reason: String)
  case skipped(String, because: String)
}
