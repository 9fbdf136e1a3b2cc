import Basics
import Foundation
import Synchronization

/// SIGINT and SIGTERM: the first asks the work to stop, which ends children, keeps what is finished and takes folders away;
/// the second ends the program at once.
package final class Interruption: Sendable {
  /// The signals that arrived, through a pipe: a handler may do hardly anything itself.
  private static let pipe: (reading: Int32, writing: Int32) = {
    var ends: [Int32] = [-1, -1]
    guard Glibc.pipe(&ends) == 0 else { return (-1, -1) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (ends[0], ends[1])
  }()

  private let first = Mutex<Int32?>(nil)

  /// The signal that asked the work to stop; nil where none did.
  package var signal: Int32? { first.withLock { $0 } }

  /// - Parameter stop: asks the work to stop.
  package init(_ stop: @escaping @Sendable () -> Void) {
    guard Self.pipe.reading >= 0 else { return }
    for number in [SIGINT, SIGTERM] {
      // Not ignored: what is ignored, children would ignore as well.
      Glibc.signal(number) { number in
        var byte = UInt8(truncatingIfNeeded: number)
        _ = Glibc.write(Interruption.pipe.writing, &byte, 1)
      }
    }
    Thread.detachNewThread { [self] in
      var byte: UInt8 = 0
      while read(Self.pipe.reading, &byte, 1) == 1 {
        let number = Int32(byte)
        let isFirst = first.withLock { first in
          defer { first = first ?? number }
          return first == nil
        }
        // The children hear of it from the kernel, and the status is a shell's for a program that a signal ended.
        guard isFirst else { Foundation._exit(128 + number) }
        Console.say("Stopping; once more ends it at once.")
        stop()
      }
    }
  }
}
