import Synchronization
import SystemPackage

/// Reads a file that another process still writes, line by line.
final class LogReader: Sendable {
  private let descriptor: FileDescriptor
  private let line: @Sendable (String) -> Void
  /// What was read and is not yet a whole line.
  private let rest = Mutex<[UInt8]>([])

  init(path: String, line: @escaping @Sendable (String) -> Void) throws {
    descriptor = try FileDescriptor.open(FilePath(path), .readOnly, options: .closeOnExec)
    self.line = line
  }

  /// Hands over every line that is whole by now.
  func read() throws {
    let lines = try rest.withLock { rest in
      var buffer = [UInt8](repeating: 0, count: 64 << 10)
      while true {
        let count = try buffer.withUnsafeMutableBytes { try descriptor.read(into: $0) }
        guard count > 0 else { break }
        rest += buffer.prefix(count)
      }
      guard let last = rest.lastIndex(of: UInt8(ascii: "\n")) else { return [ArraySlice<UInt8>]() }
      let whole = rest[..<last]
      rest = Array(rest[(last + 1)...])
      return whole.split(separator: UInt8(ascii: "\n"))
    }
    for text in lines { line(String(decoding: text, as: UTF8.self)) }
  }

  /// Hands over a last line without an end, and closes the file.
  func end() throws {
    let last = rest.withLock { $0 }
    if !last.isEmpty { line(String(decoding: last, as: UTF8.self)) }
    try descriptor.close()
  }
}
