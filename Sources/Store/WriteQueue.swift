import GRDB
import Synchronization

/// Writes that wait to be made durable. Whoever comes while nothing is being written writes everything that waits in one
/// transaction, and hands the writing on to one of those who came meanwhile: many writes share one flush to the disk,
/// and each caller returns only when its own would survive a crash.
final class WriteQueue: Sendable {
  /// Does one caller's writing. It keeps its own failure for its caller; what it throws fails the whole transaction.
  typealias Work = @Sendable (Database) throws -> Void

  private enum Turn: Sendable {
    case written(Result<Void, StoreError>)
    /// The writing is handed on, the waiter's own work first.
    case write
  }

  private struct Waiter {
    let work: Work
    let continuation: CheckedContinuation<Turn, Never>
  }

  private struct State {
    var waiting: [Waiter] = []
    var isWriting = false
  }

  private let state = Mutex(State())
  private let database: DatabaseQueue
  private let path: String

  init(database: DatabaseQueue, path: String) {
    self.database = database
    self.path = path
  }

  /// Returns when the work is durable.
  func run(_ work: @escaping Work) async throws(StoreError) {
    let isFirst = state.withLock { state in
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if !isFirst, case .written(let result) = await turn(work) { return try result.get() }
    await gather()
    let others = state.withLock { state in
      defer { state.waiting.removeAll() }
      return state.waiting
    }
    let result = await write([work] + others.map(\.work))
    for waiter in others { waiter.continuation.resume(returning: .written(result)) }
    let next = state.withLock { state -> Waiter? in
      guard !state.waiting.isEmpty else {
        state.isWriting = false
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.continuation.resume(returning: .write)
    try result.get()
  }

  /// Lets whoever is ready to write at this moment come along, as long as somebody does.
  private func gather() async {
    var known = -1
    while known < Self.largestBatch {
      let waiting = state.withLock { $0.waiting.count }
      guard waiting > known else { return }
      known = waiting
      await Task.yield()
    }
  }

  private static let largestBatch = 64

  private func turn(_ work: @escaping Work) async -> Turn {
    await withCheckedContinuation { continuation in
      let leads = state.withLock { state in
        guard state.isWriting else {
          state.isWriting = true
          return true
        }
        state.waiting.append(Waiter(work: work, continuation: continuation))
        return false
      }
      if leads { continuation.resume(returning: .write) }
    }
  }

  private func write(_ works: [Work]) async -> Result<Void, StoreError> {
    let (database, path) = (database, path)
    // A task of its own: the writer's own cancellation must not undo the others' writes.
    return await Task {
      do {
        try await database.write { database in
          for work in works { try work(database) }
        }
        return .success(())
      } catch {
        return .failure(StoreError(error, path: path))
      }
    }.value
  }
}
