import ModelContext
import Synchronization

/// Lets only so many consultations be worked on at the same time: each may ask models and run tools.
final class ConsultGate: Sendable {
  private let most: Int
  private let inside = Mutex(0)

  init(most: Int = 2) {
    self.most = most
  }

  func pass<Value>(_ work: () async throws -> Value) async throws -> Value {
    let isLetIn = inside.withLock { inside in
      guard inside < most else { return false }
      inside += 1
      return true
    }
    guard isLetIn else {
      throw ToolFailure("\(most) consultations are being worked on; ask again when one of them has ended.")
    }
    defer { inside.withLock { $0 -= 1 } }
    return try await work()
  }
}
