import Synchronization

/// Cancels a piece of work from outside of it, once.
package final class CancellationSwitch: Sendable {
  private enum State {
    case armed(CheckedContinuation<Void, Never>?)
    case thrown
  }

  private let state = Mutex<State>(.armed(nil))

  package init() {}

  /// Whether it was thrown.
  package var isThrown: Bool {
    state.withLock { if case .thrown = $0 { true } else { false } }
  }

  package func throwSwitch() {
    let waiting: CheckedContinuation<Void, Never>? = state.withLock { state in
      guard case .armed(let waiting) = state else { return nil }
      state = .thrown
      return waiting
    }
    waiting?.resume()
  }

  private func wait() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          guard case .armed = state else { return true }
          state = .armed(continuation)
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      throwSwitch()
    }
  }

  /// Does the work, and cancels it when the switch is thrown; once it is done the switch does nothing more.
  /// - Throws: `CancellationError` where it was thrown before the work was done.
  package func run<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws
    -> Value
  {
    try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await work() }
      group.addTask {
        await self.wait()
        return nil
      }
      defer { group.cancelAll() }
      guard let first = try await group.next(), let value = first else { throw CancellationError() }
      return value
    }
  }
}
