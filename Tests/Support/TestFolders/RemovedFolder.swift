import Foundation

/// Removes a test's folder while a store in it may still be closing: SQLite takes its own files away at the same time,
/// and a file that is gone already is what is wanted.
package enum RemovedFolder {
  package static func remove(_ folder: URL) throws {
    for attempt in 1... {
      do {
        return try FileManager.default.removeItem(at: folder)
      } catch let error as CocoaError where error.code == .fileNoSuchFile && attempt < 20 {
        continue
      }
    }
  }
}
