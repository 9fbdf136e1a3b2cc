import Basics
import CCurlShims
import Glibc
import Synchronization

/// The way into the transfer thread: commands in order, and a bell that ends its waiting.
final class CurlMailbox: Sendable {
  enum Command: Sendable {
    case start(Transfer)
    /// The consumer made room.
    case resume(Transfer)
    case cancel(Transfer)
    case stop
  }

  /// An eventfd, readable while there is a command.
  let bell: Int32
  private let commands = Mutex<[Command]>([])

  init() {
    bell = eventfd(0, Int32(EFD_NONBLOCK | EFD_CLOEXEC))
  }

  deinit {
    close(bell)
  }

  func post(_ command: Command) {
    let wasEmpty = commands.withLock { commands in
      commands.append(command)
      return commands.count == 1
    }
    if wasEmpty { eventfd_write(bell, 1) }
  }

  /// Everything posted since the last time.
  func take() -> [Command] {
    var count: eventfd_t = 0
    eventfd_read(bell, &count)
    return commands.withLock { commands in
      defer { commands.removeAll(keepingCapacity: true) }
      return commands
    }
  }
}
