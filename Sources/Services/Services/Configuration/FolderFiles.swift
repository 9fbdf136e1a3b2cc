import Basics
import Foundation
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
    guard let size = try? FileManager.default.attributesOfItem(atPath: place)[.size] as? Int,
      size <= Self.textLimit,
      let data = FileManager.default.contents(atPath: place),
      let text = String(validating: data, as: UTF8.self)
    else { return .present }
    return .text(text)
  }

  private func isOutside(_ path: String) -> Bool {
    path.hasPrefix("/") || path.hasPrefix("~") || RelativePath.normalized(path).hasPrefix("..")
  }
}
