/// How often a call is made again and how long is waited before.
package struct RetryPolicy: Hashable, Sendable {
  /// Attempts in all, at least 1.
  package var attempts: Int
  /// Before the second attempt; doubles with each one.
  package var firstDelay: Duration
  package var longestDelay: Duration
  /// A provider that asks for a longer pause than this is not waited for.
  package var longestRetryAfter: Duration

  package init(
    attempts: Int = 4, firstDelay: Duration = .milliseconds(500), longestDelay: Duration = .seconds(20),
    longestRetryAfter: Duration = .seconds(60)
  ) {
    self.attempts = attempts
    self.firstDelay = firstDelay
    self.longestDelay = longestDelay
    self.longestRetryAfter = longestRetryAfter
  }

  /// The pause after the attempt with this number, from 1; nil where there is no other.
  /// - Parameter jitter: 0 to 1, so that agents that failed together do not come back together.
  func delay(after attempt: Int, _ failure: AttemptFailure, jitter: Double) -> Duration? {
    guard failure.isRepeatable, attempt < attempts else { return nil }
    if let asked = failure.retryAfter {
      return asked <= longestRetryAfter ? asked + firstDelay * (jitter * 0.1) : nil
    }
    let doubled = (1..<attempt).reduce(firstDelay) { delay, _ in min(delay * 2, longestDelay) }
    return min(doubled, longestDelay) * (0.5 + jitter / 2)
  }
}
