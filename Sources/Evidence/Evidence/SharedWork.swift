/// Work that several callers want at the same time: it is done once for all of them, and goes on as long as one of them
/// still waits. Whoever is cancelled stops waiting at once. Nothing is kept after the end: what is worth keeping, the
/// caller keeps.
actor SharedWork<Key: Hashable & Sendable, Value: Sendable> {
  private struct Running {
    let number: Int
    let task: Task<Void, Never>
    var waiters: [Int: AsyncStream<Result<Value, any Error>>.Continuation] = [:]
  }

  private var running: [Key: Running] = [:]
  private var lastNumber = 0

  /// The result of the work that runs under the key, or of `work`, which then runs under it.
  /// - Throws: what the work threw; `CancellationError` where the caller was cancelled while it waited.
  func value(_ key: Key, _ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    try Task.checkCancellation()
    lastNumber += 1
    let waiter = lastNumber
    if running[key] == nil {
      // A task of its own: it belongs to all who wait for it, and the first of them may be gone before the last.
      running[key] = Running(
        number: waiter,
        task: Task {
          do { finish(key, waiter, .success(try await work())) } catch {
            finish(key, waiter, .failure(error))
          }
        })
    }
    let number = running[key]?.number
    let (results, continuation) = AsyncStream.makeStream(of: Result<Value, any Error>.self)
    running[key]?.waiters[waiter] = continuation
    defer { leave(key, number, waiter) }
    for await result in results { return try result.get() }
    throw CancellationError()
  }

  /// How many wait for the work under the key.
  func waiting(_ key: Key) -> Int { running[key]?.waiters.count ?? 0 }

  private func finish(_ key: Key, _ number: Int, _ result: Result<Value, any Error>) {
    guard let ended = running[key], ended.number == number else { return }
    running[key] = nil
    for waiter in ended.waiters.values {
      waiter.yield(result)
      waiter.finish()
    }
  }

  /// Work that nobody waits for any more is cancelled, and whoever comes next begins anew.
  private func leave(_ key: Key, _ number: Int?, _ waiter: Int) {
    guard running[key]?.number == number else { return }
    running[key]?.waiters[waiter] = nil
    guard let left = running[key], left.waiters.isEmpty else { return }
    left.task.cancel()
    running[key] = nil
  }
}
