import Basics
import Foundation
import HCL

/// The files of a configuration and of the local modules it calls, wherever these are.
struct ConfigurationFolder {
  /// Texts by path, relative to the folder above all of them.
  let files: [String: String]

  init(_ path: String) throws {
    let root = URL(filePath: path).standardizedFileURL
    var texts: [String: String] = [:]
    var seen: Set<String> = []
    var open = [root]
    while let folder = open.popLast() {
      guard seen.insert(folder.path).inserted, seen.count <= 1_000 else { continue }
      for (name, text) in try Self.texts(in: folder) {
        texts[folder.appending(path: name).path] = text
        open += Self.modules(text, name, folder)
      }
    }
    // Paths are as the person named the folder, unless a module is outside of it.
    let isInside = seen.allSatisfy { $0 == root.path || $0.hasPrefix(root.path + "/") }
    guard isInside else {
      files = texts
      return
    }
    let prefix = path == "." ? "" : (path.hasSuffix("/") ? path : path + "/")
    files = Dictionary(
      texts.map { (prefix + $0.key.dropFirst(root.path.count + 1), $0.value) }
    ) { first, _ in first }
  }

  private static func texts(in folder: URL) throws -> [(name: String, text: String)] {
    guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
    let endings = [".tf", ".tofu", ".tf.json", ".tofu.json"]
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
      guard !name.hasPrefix("."), endings.contains(where: name.hasSuffix) else { return nil }
      return (name, try String(contentsOf: folder.appending(path: name), encoding: .utf8))
    }
  }

  /// The folders of local modules; a file that cannot be parsed is reported when it is read as configuration.
  private static func modules(_ text: String, _ name: String, _ folder: URL) -> [URL] {
    guard text.contains("module"), !name.hasSuffix(".json") else { return [] }
    return HCLFile(path: name, text: text).body.blocks("module").compactMap { block in
      guard let source = block.body.attribute("source")?.value.literalString,
        source.hasPrefix("./") || source.hasPrefix("../")
      else { return nil }
      return folder.appending(path: source).standardizedFileURL
    }
  }
}
