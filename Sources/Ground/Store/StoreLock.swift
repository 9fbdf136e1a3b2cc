import Basics
import Glibc

/// One lock for everybody who opens, writes or checkpoints stores in a folder, on this machine.
///
/// SQLite before 3.51.3 can lose committed pages when one connection starts the log anew while another writes it
/// (the WAL-reset bug); and two that open a new file at once both try to make its tables. With this lock only one does any
/// of it at a time. It is the system's, lies on the folder itself, and goes with the process.
final class StoreLock: Sendable {
  private let descriptor: Int32
  private let path: String
  /// In milliseconds.
  private static let patience = 30_000

  /// - Parameter folder: the one with the store's file.
  /// - Throws: `StoreError` where the folder cannot be opened.
  init(folder: String) throws(StoreError) {
    path = folder
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw StoreError(
        .cannotOpen, summary: "The store cannot be opened",
        detail: "\(folder): \(String(cString: strerror(errno))). Name another file.")
    }
  }

  deinit { close(descriptor) }

  /// Does something while nobody else writes.
  /// - Throws: what the body throws; `StoreError` where somebody holds the lock for too long.
  func held<Value>(_ body: () throws -> Value) throws -> Value {
    var waited = 0
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR, waited < Self.patience else {
        throw StoreError(
          .busy, summary: "The store is in use",
          detail: "\(path) is held by another program for more than 30 seconds. Try again.")
      }
      usleep(1000)
      waited += 1
    }
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }
}
