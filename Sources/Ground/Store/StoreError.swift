import Basics
import GRDB

/// Why the store could not keep or give something.
package typealias StoreError = RoomError<StoreErrorCode>

/// The stable codes of `StoreError`.
package enum StoreErrorCode: String, ErrorCode, Codable {
  case cannotOpen = "store.cannot-open"
  case corrupt = "store.corrupt"
  case full = "store.full"
  case busy = "store.busy"
  case newer = "store.newer-schema"
  case notFound = "store.not-found"
  case conflict = "store.conflict"
  case failed = "store.failed"
  /// The database of another program.
  case foreign = "store.foreign"
  case readOnly = "store.read-only"
}

extension RoomError<StoreErrorCode> {
  /// SQLite's result codes as what a person can act on.
  init(_ error: any Error, path: String) {
    guard let error = error as? DatabaseError else {
      self.init(.failed, summary: "The store could not be used", detail: "\(path): \(error)")
      return
    }
    let message = error.message ?? "no message"
    switch error.resultCode {
    case .SQLITE_FULL:
      self.init(
        .full, summary: "The disk is full",
        detail: "\(path) could not grow; nothing of this step was kept. Free some space.")
    case .SQLITE_BUSY, .SQLITE_LOCKED:
      self.init(
        .busy, summary: "The store is in use",
        detail: "\(path) is held by another program: \(message). Try again.")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB:
      self.init(
        .corrupt, summary: "The store is damaged",
        detail:
          "\(path) is not a database that can be read (\(message)). It was left as it is; restore a copy or name another file."
      )
    case .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
      self.init(
        .cannotOpen, summary: "The store cannot be opened",
        detail:
          "\(path): \(message). Check that the folder exists and that you may write to it, or name another file."
      )
    default:
      self.init(.failed, summary: "The store could not be used", detail: "\(path): \(message)")
    }
  }
}
