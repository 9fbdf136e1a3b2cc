import Synchronization

/// Collects what could not be looked up while an expression was evaluated: why a rule cannot be judged.
final class Missing: Sendable {
  private let found = Mutex<[String]>([])

  func note(_ what: String) {
    found.withLock { if !$0.contains(what) { $0.append(what) } }
  }

  /// What was noted since the last time.
  func take() -> [String] {
    found.withLock { found in
      defer { found = [] }
      return found
    }
  }
}
