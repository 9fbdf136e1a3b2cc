import Basics
import Foundation
import HCL
import ResourceGraph

/// The configurations in a folder, each with the local modules that it calls.
struct ConfigurationTree {
  /// Texts of all files by their path below the folder.
  private let texts: [String: String]
  private let byFolder: [String: [String]]

  init(_ root: URL) throws {
    var texts: [String: String] = [:]
    for path in FileManager.default.subpaths(atPath: root.path) ?? []
    where path.hasSuffix(".tf") || path.hasSuffix(".tofu") {
      // A file that is no text belongs to no configuration.
      texts[path] = try? String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
    self.texts = texts
    byFolder = Dictionary(grouping: texts.keys) { Self.folder(of: $0) }
  }

  /// The folders that hold a configuration, sorted.
  var folders: [String] { byFolder.keys.sorted() }

  /// The files of a folder and of the folders that its calls lead to.
  func sources(of folder: String) -> ConfigurationSources {
    var files: [String: String] = [:]
    var waiting = [folder]
    var seen: Set<String> = []
    while let next = waiting.popLast() {
      guard seen.insert(next).inserted else { continue }
      for path in byFolder[next] ?? [] {
        guard let text = texts[path] else { continue }
        files[path] = text
        let calls = HCLFile(configuration: path, text).body.blocks("module")
        waiting += calls.compactMap { $0.localFolder(from: next) }
      }
    }
    return ConfigurationSources(files: files, root: folder)
  }

  static func folder(of path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }
}
