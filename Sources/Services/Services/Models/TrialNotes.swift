import Synchronization

/// What is heard of a call besides its answer.
final class TrialNotes: Sendable {
  private let notes = Mutex<[String]>([])

  var all: [String] { notes.withLock { $0 } }

  func add(_ note: String) {
    notes.withLock { $0.append(note) }
  }
}
