import Basics
import Foundation
import GRDB
import Glibc

/// Where a store's file is opened: in its own place, or, where that can only be read, in a private copy of it.
struct StorePlace: Sendable {
  /// The file that SQLite opens.
  let path: String
  /// The private folder of a copy; nil where the file itself is opened.
  let copy: String?

  /// - Parameter path: the store's file, as the person named it.
  /// - Throws: `StoreError` where it is no file, or the database of another program.
  init(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0 else {
      (self.path, copy) = (path, nil)
      return
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw StoreError(
        .cannotOpen, summary: "The store cannot be opened",
        detail: "\(path) is not an ordinary file. Name another.")
    }
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    if access(path, W_OK) == 0 && access(folder, W_OK) == 0 {
      (self.path, copy) = (path, nil)
    } else {
      copy = try Self.copied(path)
      self.path = "\(copy ?? folder)/store.db"
    }
    do {
      try Self.checkOwner(self.path, named: path)
    } catch {
      remove()
      throw error
    }
  }

  /// Takes the copy away.
  func remove() {
    guard let copy else { return }
    // It is private and in the folder for what is temporary; nothing is lost where it stays.
    try? FileManager.default.removeItem(atPath: copy)
  }

  /// SQLite would write beside a file it only reads; so it is given a copy, with what is not yet in the main file.
  private static func copied(_ path: String) throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "consilium-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    for ending in ["", "-wal"] where FileManager.default.fileExists(atPath: path + ending) {
      let target = folder.appending(path: "store.db\(ending)").path(percentEncoded: false)
      try FileManager.default.copyItem(atPath: path + ending, toPath: target)
      try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
    }
    return folder.path(percentEncoded: false)
  }

  /// Nothing is added to a database that another program made.
  private static func checkOwner(_ path: String, named name: String) throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(30)
    let (application, tables) = try DatabaseQueue(path: path, configuration: configuration).read {
      (
        try Int.fetchOne($0, sql: "PRAGMA application_id"),
        // The list of migrations is made before the first of them: a process that was killed between leaves it alone.
        try Int.fetchOne($0, sql: "SELECT count(*) FROM sqlite_master WHERE tbl_name <> 'grdb_migrations'")
      )
    }
    guard application == StoreSettings.applicationID || tables == 0 && application == 0 else {
      throw StoreError(
        .foreign, summary: "The store is another program's database",
        detail: "\(name) was not made by Consilium, and nothing was written into it. Name another file.")
    }
  }
}
