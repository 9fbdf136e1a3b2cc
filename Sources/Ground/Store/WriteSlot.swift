import Synchronization

/// Where one caller's result waits for the transaction's end.
final class WriteSlot<Value: Sendable>: Sendable {
  private let result = Mutex<Result<Value, any Error>?>(nil)

  func set(_ result: Result<Value, any Error>) {
    self.result.withLock { $0 = result }
  }

  func take() -> Result<Value, any Error>? { result.withLock { $0 } }
}
