import Basics
import Reporting
import Synchronization
import TaskGraph

/// When each step of a run ran, told by the events of its walk.
final class StepTimes: Sendable {
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant
  private let times = Mutex<[String: StepTime]>([:])

  init() {
    start = clock.now
  }

  func note(_ event: TaskEvent) {
    switch event {
    case .started, .skipped: break
    case .succeeded(let key, let duration), .failed(let key, let duration, _):
      let end = clock.now - start
      times.withLock {
        $0[key] = StepTime(start: Self.seconds(end - duration), end: Self.seconds(end))
      }
    }
  }

  /// Seconds since the walk began, by step.
  var all: [String: StepTime] { times.withLock { $0 } }

  private static func seconds(_ duration: Duration) -> Double {
    (max(.zero, duration) / .milliseconds(1)).rounded() / 1000
  }
}
