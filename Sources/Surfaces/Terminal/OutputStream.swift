import Basics
import Foundation
import Synchronization

/// One of a program's two streams. Work does not end because nobody reads of it: what cannot be written is counted as
/// lost, once and for all, and said at the end.
package final class OutputStream: Sendable {
  private let descriptor: Int32
  /// The system's number of the first write that failed.
  private let failure = Mutex<Int32?>(nil)

  init(_ descriptor: Int32) {
    self.descriptor = descriptor
  }

  /// Why the stream could not be written, in the system's words; nil while all was.
  package var loss: String? { failure.withLock { $0 }.map { String(cString: strerror($0)) } }

  /// Whether whoever read it went away, which readers do who have seen enough.
  package var wasClosed: Bool { failure.withLock { $0 } == EPIPE }

  func write(_ text: String) {
    failure.withLock { failure in
      guard failure == nil else { return }
      var bytes = Array(text.utf8)[...]
      while !bytes.isEmpty {
        let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count >= 0 {
          bytes = bytes.dropFirst(count)
        } else if errno == EAGAIN {
          var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&ready, 1, -1)
        } else if errno != EINTR {
          failure = errno
          return
        }
      }
    }
  }
}
