import GRDB
import Glibc
import Synchronization

/// Writes that wait to be made durable. Everything that waits is written in one transaction on the database's own thread:
/// while one flush to the disk is under way the next transaction fills, and each caller returns only when its own writing
/// would survive a crash. A caller that is cancelled takes nothing back.
final class WriteQueue: Sendable {
  /// Does one caller's writing. It keeps its own failure for its caller; what it throws fails the whole transaction.
  typealias Work = @Sendable (Database) throws -> Void

  private struct Waiter {
    let work: Work
    let continuation: CheckedContinuation<Result<Void, StoreError>, Never>
  }

  private struct State {
    var waiting: [Waiter] = []
    var isWriting = false
  }

  private let state = Mutex(State())
  private let database: DatabaseQueue
  private let path: String
  private let lock: StoreLock

  init(database: DatabaseQueue, path: String, lock: StoreLock) {
    self.database = database
    self.path = path
    self.lock = lock
  }

  /// Returns when the work is durable.
  func run(_ work: @escaping Work) async throws(StoreError) {
    let result = await withCheckedContinuation { continuation in
      let begins = state.withLock { state in
        state.waiting.append(Waiter(work: work, continuation: continuation))
        defer { state.isWriting = true }
        return !state.isWriting
      }
      if begins { schedule() }
    }
    try result.get()
  }

  /// One transaction for each turn on the database's thread, so that reads come in between.
  private func schedule() {
    database.asyncWriteWithoutTransaction { [self] database in writeWaiting(database) }
  }

  private func writeWaiting(_ database: Database) {
    // Whoever is about to come along gets here before the transaction starts.
    sched_yield()
    let batch = state.withLock { state in
      defer { state.waiting.removeAll(keepingCapacity: true) }
      return state.waiting
    }
    let result: Result<Void, StoreError>
    do {
      try lock.held {
        try database.inTransaction(.immediate) {
          for waiter in batch { try waiter.work(database) }
          return .commit
        }
      }
      result = .success(())
    } catch {
      result = .failure(error as? StoreError ?? StoreError(error, path: path))
    }
    for waiter in batch { waiter.continuation.resume(returning: result) }
    let needsAnotherRound = state.withLock { state in
      state.isWriting = !state.waiting.isEmpty
      return state.isWriting
    }
    if needsAnotherRound { schedule() }
  }
}
