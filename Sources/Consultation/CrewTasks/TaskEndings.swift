import Synchronization

/// How the tasks that have ended came out, by key: a task without a context of its own gets all before it.
final class TaskEndings: Sendable {
  private let endings = Mutex<[String: TaskEnding]>([:])

  subscript(_ key: String) -> TaskEnding? {
    endings.withLock { $0[key] }
  }

  func keep(_ ending: TaskEnding, of key: String) {
    endings.withLock { $0[key] = ending }
  }
}
