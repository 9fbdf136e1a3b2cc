import Basics
import Foundation
import HCL

/// The files of a configuration and of the local modules it calls, wherever these are, and the values its folder gives to
/// variables.
struct ConfigurationFolder {
  /// A call of a module whose files are not here.
  struct MissingModule {
    var name: String
    var source: String
    var range: SourceRange
  }

  /// Texts by path.
  private(set) var files: [String: String] = [:]
  /// From `terraform.tfvars` and `*.auto.tfvars`, in the order in which later ones win.
  private(set) var inputs: [String: Value] = [:]
  private(set) var missing: [MissingModule] = []

  /// - Throws: `Diagnostic` for a file of values that cannot be read.
  init(_ path: String) throws {
    let root = URL(filePath: path).standardizedFileURL
    var seen: Set<String> = []
    var open = [root]
    var texts: [(path: String, text: String)] = []
    while let folder = open.popLast() {
      guard seen.insert(folder.path).inserted, seen.count <= 1_000 else { continue }
      for (name, text) in try Self.texts(in: folder) {
        texts.append((folder.appending(path: name).path, text))
        open += modules(text, name: name, folder: folder)
      }
    }
    // Paths are as the person named the folder, unless a module is outside of it.
    let isInside = seen.allSatisfy { $0 == root.path || $0.hasPrefix(root.path + "/") }
    let prefix = path == "." ? "" : (path.hasSuffix("/") ? path : path + "/")
    for (file, text) in texts {
      files[isInside ? prefix + file.dropFirst(root.path.count + 1) : file] = text
    }
    try readInputs(root)
  }

  private static func texts(in folder: URL) throws -> [(name: String, text: String)] {
    return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().compactMap { name in
      guard !name.hasPrefix("."), SourceFile.isConfiguration(name) else { return nil }
      return (name, try SourceFile.text(folder.appending(path: name).path, code: "cost.unreadable"))
    }
  }

  /// The folders of local modules; a file that cannot be parsed is reported when it is read as configuration.
  private mutating func modules(_ text: String, name: String, folder: URL) -> [URL] {
    guard text.contains("module"), !name.hasSuffix(".json") else { return [] }
    var found: [URL] = []
    for block in HCLFile(path: folder.appending(path: name).path, text: text).body.blocks("module") {
      guard let source = block.body.attribute("source")?.value.literalString, let call = block.labels.first
      else {
        continue
      }
      let target = folder.appending(path: source).standardizedFileURL
      if source.hasPrefix("./") || source.hasPrefix("../"),
        FileManager.default.fileExists(atPath: target.path)
      {
        found.append(target)
      } else {
        missing.append(MissingModule(name: call, source: source, range: block.headerRange))
      }
    }
    return found
  }

  private mutating func readInputs(_ root: URL) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: root.path).sorted()
    let automatic = names.filter { $0.hasSuffix(".auto.tfvars") }
    for name in names.filter({ $0 == "terraform.tfvars" }) + automatic {
      let file = HCLFile(
        path: name, text: try SourceFile.text(root.appending(path: name).path, code: "cost.unreadable"))
      if let fault = file.diagnostics.first { throw fault }
      var evaluator = Evaluator(scope: Scope())
      for attribute in file.body.attributes { inputs[attribute.name] = evaluator.evaluate(attribute.value) }
      if let fault = evaluator.diagnostics.first { throw fault }
    }
  }
}
