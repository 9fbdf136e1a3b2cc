import Basics
import FoundationEssentials
import GRDB
import Logs

/// Everything Consilium keeps, in one SQLite file.
///
/// A value is kept when the call that keeps it has returned: WAL with `synchronous=FULL`, one immediate
/// transaction for the calls of a moment. Several processes may use one file; SQLite orders their writes.
package final class Store: Sendable {
  package let path: String
  let database: DatabaseQueue
  private let writes: WriteQueue
  private let lock: StoreLock
  private let place: StorePlace

  /// Opens or makes the file, brings its schema up to date and reads the settings back. A file that can only be read is
  /// read, in a copy; nothing can be kept in it.
  package init(path: String) throws(StoreError) {
    self.path = path
    Log.of("store").debug("opens \(path)")
    do {
      let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let lock = try StoreLock(folder: folder)
      self.lock = lock
      (database, place) = try lock.held { try Self.opened(path) }
      writes = WriteQueue(database: database, path: path, lock: lock)
    } catch let error as StoreError {
      throw error
    } catch let error as CocoaError {
      throw StoreError(
        .cannotOpen, summary: "The store cannot be opened",
        detail: "\(path): the folder cannot be made or written (\(error.code)). Name another file.")
    } catch {
      throw StoreError(error, path: path)
    }
  }

  /// The last connection to a file checkpoints it while it closes; SQLite does that only where nobody else has it open.
  deinit { place.remove() }

  /// Whether nothing can be kept.
  package var isReadOnly: Bool { place.copy != nil }

  private static func opened(_ path: String) throws -> (DatabaseQueue, StorePlace) {
    let place = try StorePlace(path)
    do {
      let database = try DatabaseQueue(path: place.path, configuration: configuration)
      // Only now: with WAL the library itself sets NORMAL while it opens the file.
      try database.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      let migrator = migrator
      guard try database.read({ try !migrator.hasBeenSuperseded($0) }) else {
        throw StoreError(
          .newer, summary: "The store was made by a newer Consilium",
          detail:
            "\(path) has tables this version does not know. Use the newer version, or name another file.")
      }
      try migrator.migrate(database)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: place.path)
      return (database, place)
    } catch {
      place.remove()
      throw error
    }
  }

  private static var configuration: Configuration {
    var configuration = Configuration()
    configuration.journalMode = .wal
    configuration.busyMode = .timeout(30)
    configuration.foreignKeysEnabled = true
    configuration.prepareDatabase { database in
      for pragma in StoreSettings.pragmas {
        try database.execute(sql: "PRAGMA \(pragma.name) = \(pragma.value)")
      }
    }
    return configuration
  }

  /// Runs `body` whole or not at all; durable when this returns. Bodies that come at the same time share a transaction,
  /// each in a savepoint of its own.
  /// - Parameter changesOnce: whether the body changes something with one statement only, which needs no savepoint.
  func write<Value: Sendable>(
    changesOnce: Bool = false, _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreError) -> Value {
    guard !isReadOnly else {
      throw StoreError(
        .readOnly, summary: "The store can only be read",
        detail: "You may not write to \(path) or its folder, so nothing can be kept. Name another file.")
    }
    let slot = WriteSlot<Value>()
    try await writes.run { database in
      do {
        guard !changesOnce else { return slot.set(.success(try body(database))) }
        var value: Value?
        try database.inSavepoint {
          value = try body(database)
          return .commit
        }
        if let value { slot.set(.success(value)) }
      } catch {
        // Some errors, as a full disk, end the transaction of everybody.
        guard database.isInsideTransaction else { throw error }
        slot.set(.failure(error))
      }
    }
    switch slot.take() {
    case .success(let value): return value
    case .failure(let error as StoreError): throw error
    case .failure(let error): throw StoreError(error, path: path)
    case nil:
      throw StoreError(
        .failed, summary: "The store could not be used", detail: "\(path): nothing was written.")
    }
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Database) throws -> Value) async throws(StoreError)
    -> Value
  {
    do {
      return try await database.read(body)
    } catch let error as StoreError {
      throw error
    } catch {
      throw StoreError(error, path: path)
    }
  }
}
