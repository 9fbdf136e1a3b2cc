import Basics
import Synchronization
import SystemPackage

/// Reads a file that another process still writes, line by line.
final class LogReader: Sendable {
  private let descriptor: FileDescriptor
  private let line: @Sendable (String) -> Void
  private let reader = Mutex(LineReader())

  init(path: String, line: @escaping @Sendable (String) -> Void) throws {
    descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    self.line = line
  }

  /// Hands over every line that is whole by now.
  func read() throws {
    let lines = try reader.withLock { reader in
      var lines: [[UInt8]] = []
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try descriptor.read(into: $0) }
        guard count > 0 else { return lines }
        lines += reader.lines(in: Array(buffer.prefix(count)))
      }
    }
    for text in lines where !text.isEmpty { line(String(decoding: text, as: UTF8.self)) }
  }

  /// Hands over a last line without an end, and closes the file.
  func end() throws {
    if let last = reader.withLock({ $0.last() }) { line(String(decoding: last, as: UTF8.self)) }
    try descriptor.close()
  }
}
