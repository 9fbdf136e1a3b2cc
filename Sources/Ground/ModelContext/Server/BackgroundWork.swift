/// Work that outlives the request it came with and ends with the server: one group of tasks holds all of it.
package struct BackgroundWork: Sendable {
  package typealias Job = @Sendable () async -> Void

  private let jobs: AsyncStream<Job>
  private let continuation: AsyncStream<Job>.Continuation

  package init() {
    (jobs, continuation) = AsyncStream.makeStream(of: Job.self)
  }

  /// Begins a piece of work; nothing is begun once the server has ended.
  package func start(_ job: @escaping Job) { continuation.yield(job) }

  /// Serves while the body runs; then what is still being worked on is cancelled and waited for.
  package func during<Value: Sendable>(_ body: @escaping @Sendable () async throws -> Value) async rethrows
    -> Value
  {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask {
        await withDiscardingTaskGroup { work in
          for await job in self.jobs { work.addTask { await job() } }
          work.cancelAll()
        }
      }
      defer {
        continuation.finish()
        group.cancelAll()
      }
      return try await body()
    }
  }
}
