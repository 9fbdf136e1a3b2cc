import Synchronization

/// Those who wait until something is given back.
final class ReleaseQueue: Sendable {
  private struct State {
    var waiting: [(id: Int, continuation: CheckedContinuation<Bool, Never>)] = []
    var nextID = 0
    /// Counts what was given back, so that nobody misses what happened before he waits.
    var signals = 0
  }

  private let state = Mutex(State())

  /// Something was given back: whoever waits looks again, in the order in which they came.
  func signal() {
    let waiting = state.withLock { state in
      defer { state.waiting.removeAll() }
      state.signals += 1
      return state.waiting
    }
    for waiter in waiting { waiter.continuation.resume(returning: true) }
  }

  /// Returns when something is given back, or at once where nothing can be any more.
  /// - Parameter isOver: looked at once the caller would be heard by `signal()`.
  /// - Throws: `CancellationError` where the caller is cancelled.
  func wait(unless isOver: @Sendable () -> Bool) async throws {
    let (id, seen) = state.withLock { state in
      state.nextID += 1
      return (state.nextID, state.signals)
    }
    if isOver() { return }
    let isHeard = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let answer: Bool? = state.withLock { state in
          if Task.isCancelled { return false }
          if state.signals != seen { return true }
          state.waiting.append((id, continuation))
          return nil
        }
        if let answer { continuation.resume(returning: answer) }
      }
    } onCancel: {
      let waiter = state.withLock { state -> CheckedContinuation<Bool, Never>? in
        guard let place = state.waiting.firstIndex(where: { $0.id == id }) else { return nil }
        return state.waiting.remove(at: place).continuation
      }
      waiter?.resume(returning: false)
    }
    guard isHeard else { throw CancellationError() }
  }
}
