import Basics
import Dispatch
import Foundation

/// Lines of a stream that is read as somebody asks for them, and that a cancellation stops waiting for.
package final class StandardInput: Sendable {
  /// A line, or that one was too long to be kept.
  enum Line: Sendable {
    case bytes([UInt8])
    case tooLong
  }

  private let descriptor: Int32
  /// Wakes whoever waits: reading end and writing end.
  private let wake: (reading: Int32, writing: Int32)
  private let queue = DispatchQueue(label: "consilium.standard-input")
  /// Touched on `queue` only.
  private nonisolated(unsafe) var buffer: [UInt8] = []
  private nonisolated(unsafe) var start = 0
  private nonisolated(unsafe) var isSkipping = false

  private static let chunk = 64 << 10

  /// - Throws: `ModelContextError` where the system has no more descriptors.
  package init(_ descriptor: Int32 = STDIN_FILENO) throws(ModelContextError) {
    var ends: [Int32] = [-1, -1]
    guard pipe(&ends) == 0 else {
      throw ModelContextError(
        .stream, summary: "A stream cannot be read", detail: "The system has no more descriptors to give.")
    }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    self.descriptor = descriptor
    wake = (ends[0], ends[1])
  }

  deinit {
    close(wake.reading)
    close(wake.writing)
  }

  /// The next line without its end; nil at the end of the stream, or when the task was cancelled.
  func next() async -> Line? {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        queue.async { continuation.resume(returning: self.read()) }
      }
    } onCancel: {
      var byte: UInt8 = 1
      _ = write(wake.writing, &byte, 1)
    }
  }

  private func read() -> Line? {
    while true {
      if let line = takeLine() { return line }
      if buffer.count - start > IncomingMessage.longest {
        isSkipping = true
        buffer.removeAll(keepingCapacity: true)
        start = 0
      }
      guard fill() else { return rest() }
    }
  }

  private func takeLine() -> Line? {
    guard let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) else { return nil }
    let line = Array(buffer[start..<end])
    start = end + 1
    if start == buffer.count {
      buffer.removeAll(keepingCapacity: true)
      start = 0
    }
    defer { isSkipping = false }
    return isSkipping ? .tooLong : .bytes(line)
  }

  /// What stands after the last line's end is a line, too.
  private func rest() -> Line? {
    defer {
      buffer = []
      start = 0
    }
    return start < buffer.count && !isSkipping ? .bytes(Array(buffer[start...])) : nil
  }

  /// - Returns: false at the end of the stream.
  private func fill() -> Bool {
    var ready = [
      pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: wake.reading, events: Int16(POLLIN), revents: 0),
    ]
    while poll(&ready, nfds_t(ready.count), -1) < 0 {
      if errno != EINTR { return false }
    }
    if ready[1].revents != 0 { return false }
    if start > 0 {
      buffer.removeFirst(start)
      start = 0
    }
    let old = buffer.count
    buffer.append(contentsOf: repeatElement(0, count: Self.chunk))
    let count = buffer.withUnsafeMutableBytes {
      Glibc.read(descriptor, $0.baseAddress?.advanced(by: old), Self.chunk)
    }
    buffer.removeLast(Self.chunk - max(0, count))
    return count > 0 || count < 0 && (errno == EINTR || errno == EAGAIN)
  }
}
