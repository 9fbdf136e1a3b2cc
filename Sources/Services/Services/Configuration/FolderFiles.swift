import Basics
import Foundation
import SafeFiles
import Validation

/// The files on this machine that a configuration reads.
struct FolderFiles: FileFinder {
  private let root: String
  /// A longer file is not looked into.
  private static let textLimit = 1_000_000

  /// - Parameter root: the folder of the root module, from which paths are meant.
  init(root: String) {
    self.root = RelativePath.normalized(root)
  }

  /// A file outside of the folder that is not there may be there where the configuration is used.
  func find(_ path: String) -> FoundFile {
    let place =
      path.hasPrefix("~/")
      ? NSString(string: path).expandingTildeInPath : RelativePath.joined(root, with: path)
    var isFolder = false
    guard FileManager.default.fileExists(atPath: place, isDirectory: &isFolder), !isFolder else {
      return isOutside(path) ? .unknown : .absent
    }
    do {
      let bytes = try PlainFile(place).contents(limit: Self.textLimit)
      return String(validating: bytes, as: UTF8.self).map { .text($0) } ?? .present
    } catch {
      // It is there, and too long or not to be read: what is in it is not looked at.
      return .present
    }
  }

  private func isOutside(_ path: String) -> Bool {
    path.hasPrefix("/") || path.hasPrefix("~") || RelativePath.normalized(path).hasPrefix("..")
  }
}
