import Synchronization

/// Error messages collected from a tool's stream, which comes on another task.
final class Failures: Sendable {
  private let lines = Mutex<[String]>([])

  func add(_ line: String) {
    lines.withLock { $0.append(line) }
  }

  var text: String {
    lines.withLock { $0.isEmpty ? "The tool gave no reason." : $0.joined(separator: "\n") }
  }
}
