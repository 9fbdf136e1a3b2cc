import Basics

/// The time that a task may work, without what a person takes to answer.
struct WorkClock {
  /// Nil for no limit.
  private let limit: Duration?
  private let task: String
  private var used: Duration = .zero

  /// - Parameter limit: in seconds.
  init(limit: Int?, task: String) {
    self.limit = limit.map { .seconds($0) }
    self.task = task
  }

  /// - Throws: `CrewTasksError` where the time is over; the work is then cancelled.
  mutating func measured<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws
    -> Value
  {
    guard let limit else { return try await work() }
    let clock = ContinuousClock()
    let start = clock.now
    defer { used += clock.now - start }
    let late = CrewTasksError(
      .late, summary: "A task took too long",
      detail: "'\(task)' worked longer than its max_execution_time of \(limit.components.seconds) s.")
    return try await withTimeout(max(.zero, limit - used), error: late, body: work)
  }
}
