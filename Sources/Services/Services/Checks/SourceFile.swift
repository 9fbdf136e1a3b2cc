import Basics
import Foundation

/// A file that a person named, or that lies in a folder that a person named.
enum SourceFile {
  private static let configurationEndings = [".tf", ".tofu", ".tf.json", ".tofu.json"]

  static func isConfiguration(_ name: String) -> Bool { configurationEndings.contains(where: name.hasSuffix) }

  static func isYAML(_ name: String) -> Bool { name.hasSuffix(".yaml") || name.hasSuffix(".yml") }

  /// - Parameter code: of the diagnostic that is thrown for what is no text.
  static func text(_ path: String, code: String) throws(Diagnostic) -> String {
    guard let data = FileManager.default.contents(atPath: path),
      let text = String(validating: data, as: UTF8.self)
    else {
      throw Diagnostic(
        code: code, summary: "Cannot be read", detail: "It is not a file of UTF-8 text that can be read.",
        range: SourceRange(file: path))
    }
    return text
  }

  /// The YAML files of a folder and the folders in it, hidden ones aside, by their paths in it.
  static func yaml(in folder: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: folder) else { return [] }
    return names.compactMap { $0 as? String }.filter { name in
      isYAML(name) && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
  }
}
