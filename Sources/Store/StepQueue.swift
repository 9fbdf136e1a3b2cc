import Basics
import Synchronization

/// Steps that wait to be kept. Whoever comes while nothing is being written writes everything that waits in one
/// transaction, and hands the writing on to one of those who came meanwhile: many steps share one flush to the disk, and
/// each caller returns only when its own step would survive a crash.
final class StepQueue: Sendable {
  struct Item: Sendable {
    let run: String
    let step: StepRecord
    /// The step's value as it is written.
    let value: String
  }

  private enum Turn: Sendable {
    case kept(Result<Void, StoreError>)
    /// The writing is handed on, the waiter's own step first.
    case write
  }

  private struct Waiter {
    let item: Item
    let continuation: CheckedContinuation<Turn, Never>
  }

  private struct State {
    var waiting: [Waiter] = []
    var isWriting = false
  }

  private let state = Mutex(State())

  /// - Parameter write: keeps the items in one transaction and says of each whether it was kept.
  func keep(
    _ item: Item, write: @escaping @Sendable ([Item]) async -> [Result<Void, StoreError>]
  ) async throws(StoreError) {
    let isFirst = state.withLock { state in
      defer { state.isWriting = true }
      return !state.isWriting
    }
    if !isFirst {
      let turn = await withCheckedContinuation { continuation in
        let leads = state.withLock { state in
          guard state.isWriting else {
            state.isWriting = true
            return true
          }
          state.waiting.append(Waiter(item: item, continuation: continuation))
          return false
        }
        if leads { continuation.resume(returning: .write) }
      }
      if case .kept(let result) = turn { return try result.get() }
    }
    let others = state.withLock { state in
      defer { state.waiting.removeAll() }
      return state.waiting
    }
    let results = await write([item] + others.map(\.item))
    for (waiter, result) in zip(others, results.dropFirst()) {
      waiter.continuation.resume(returning: .kept(result))
    }
    let next = state.withLock { state -> Waiter? in
      guard !state.waiting.isEmpty else {
        state.isWriting = false
        return nil
      }
      return state.waiting.removeFirst()
    }
    next?.continuation.resume(returning: .write)
    try results.first?.get()
  }
}
