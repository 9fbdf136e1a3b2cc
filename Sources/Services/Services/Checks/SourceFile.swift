import Basics
import Foundation
import SafeFiles
import Vocabulary

/// A file that a person named, or that lies in a folder that a person named.
enum SourceFile {
  private static let configurationEndings = [".tf", ".tofu", ".tf.json", ".tofu.json"]

  static func isConfiguration(_ name: String) -> Bool { configurationEndings.contains(where: name.hasSuffix) }

  static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  /// - Parameter code: of the diagnostic that is thrown for what is no text.
  static func text(_ path: String, code: String) throws(Diagnostic) -> String {
    func fault(_ detail: String) -> Diagnostic {
      Diagnostic(code: code, summary: "Cannot be read", detail: detail, range: SourceRange(file: path))
    }
    let bytes: [UInt8]
    do {
      bytes = try PlainFile(path).contents(limit: longest)
    } catch {
      throw fault("It is not a file of UTF-8 text that can be read: \(error.detail)")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw fault("It is not a file of UTF-8 text that can be read.")
    }
    return text
  }

  /// Bytes of a plan or a state, the longest that is read; a longer one is refused before that.
  static let longest = 64 << 20

  /// The texts of the YAML files of a folder and the folders in it, hidden ones aside.
  /// - Parameters:
  ///   - prefix: what stands before a file's path in the folder, to name it and to read it.
  ///   - code: of the diagnostic that is thrown for what is no text.
  static func yamlTexts(in folder: String, prefix: String, code: String) throws(Diagnostic) -> [String:
    String]
  {
    try texts(in: folder, prefix: prefix, code: code, where: isYAML)
  }

  /// As `yamlTexts`, with those of JSON files, which objects of a cluster are kept in, too.
  static func manifestTexts(
    in folder: String, prefix: String, code: String
  ) throws(Diagnostic) -> [String: String] {
    try texts(in: folder, prefix: prefix, code: code) { isYAML($0) || $0.hasSuffix(".json") }
  }

  private static func texts(
    in folder: String, prefix: String, code: String, where isMeant: (String) -> Bool
  ) throws(Diagnostic) -> [String: String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [:] }
    var texts: [String: String] = [:]
    for case let name as String in names
    where isMeant(name) && (isOpen(name) || isPipeline(name)) {
      texts[prefix + name] = try text(prefix + name, code: code)
    }
    return texts
  }

  /// The folders below one, by their path in it, in which files of configuration lie.
  static func configurationFolders(in folder: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    var found: Set<String> = []
    for case let name as String in names where isConfiguration(name) && isOpen(name) {
      found.insert(name.split(separator: "/").dropLast().joined(separator: "/"))
    }
    return found.filter { !$0.isEmpty }.sorted()
  }

  /// Whether nothing on the way to a file is hidden.
  private static func isOpen(_ path: String) -> Bool {
    !path.split(separator: "/").contains { $0.hasPrefix(".") }
  }

  /// Whether a file belongs to a pipeline of the repository: their systems look for them in hidden places.
  private static func isPipeline(_ path: String) -> Bool {
    ArtifactFormat.pipelines.contains { $0.holds(path) }
  }
}
