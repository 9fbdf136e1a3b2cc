import Basics
import Synchronization

/// How much work was handed on in a run.
final class DelegationCount: Sendable {
  private let limit: Int
  private let used = Mutex(0)

  init(limit: Int) {
    self.limit = limit
  }

  /// - Throws: `CrewTasksError` where that would be more than the crew allows.
  func take(_ parts: Int) throws(CrewTasksError) {
    let isAllowed = used.withLock { used in
      guard used + parts <= limit else { return false }
      used += parts
      return true
    }
    guard isAllowed else {
      throw CrewTasksError(
        .delegations, summary: "Too much was handed on",
        detail: "The crew allows \(limit) delegations in a run ('delegation: tasks:').")
    }
  }
}
