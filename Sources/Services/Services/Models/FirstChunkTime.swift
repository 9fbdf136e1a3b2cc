import Synchronization

/// When the first piece of an answer came.
final class FirstChunkTime: Sendable {
  private let noted = Mutex<ContinuousClock.Instant?>(nil)

  var time: ContinuousClock.Instant? { noted.withLock { $0 } }

  func note(_ time: ContinuousClock.Instant) {
    noted.withLock { $0 = $0 ?? time }
  }
}
