import Foundation

/// A file that is gone with its last reference.
final class TemporaryFile: Sendable {
  let path: String

  init?(_ text: String) {
    let url = FileManager.default.temporaryDirectory.appending(path: "models-\(UUID().uuidString)")
    guard FileManager.default.createFile(atPath: url.path(), contents: Data(text.utf8)) else { return nil }
    path = url.path()
  }

  func text() throws -> String { String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self) }

  deinit { _ = unlink(path) }
}
