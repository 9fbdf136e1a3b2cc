import Basics
import Foundation
import HCL
import ResourceGraph

/// A folder of configuration with everything that belongs to it: the modules it calls, as far as their files are here, the
/// versions it holds to, and the values it gives to variables.
struct ConfigurationFolder {
  /// A call of a module whose files are not here.
  struct MissingModule {
    var name: String
    var source: String
    var range: SourceRange
  }

  private(set) var sources: ConfigurationSources
  /// From `terraform.tfvars` and `*.auto.tfvars`, in the order in which later ones win.
  private(set) var inputs: [String: Value] = [:]
  /// The texts of these files, in the same order.
  private(set) var inputFiles: [(path: String, text: String)] = []
  private(set) var missing: [MissingModule] = []

  /// Texts by path.
  var files: [String: String] { sources.files }
  /// Those that are the person's own: what `init` fetched is others' and is not to be changed.
  var ownFiles: [String: String] { files.filter { !$0.key.contains(InstalledModules.folder) } }

  /// The folders of one configuration that are read; more are a loop of links or a mistake.
  private static let folderLimit = 1_000
  /// The calls that are followed, counting one that is reached on several ways as often.
  private static let wayLimit = 5_000

  /// Paths are as the person named the folder: `app/main.tf`, and `lib/main.tf` for a module `../lib` of it.
  /// - Parameter readsInputs: whether the files that give values to variables are read, too.
  /// - Throws: `Diagnostic` for a file that cannot be read.
  init(_ path: String, readsInputs: Bool = true) throws {
    let root = RelativePath.normalized(path)
    let installed = try InstalledModules(root: root)
    sources = ConfigurationSources(
      files: [:], root: RelativePath.key(root), installed: installed.folders.mapValues(RelativePath.key),
      locked: try LockFile.versions(in: root))
    try readModules(from: root, named: path, installed: installed)
    if readsInputs { try readInputs(root) }
  }

  /// Reads the folder and every folder that calls lead to. A folder is read once, but followed again on every way that
  /// leads to it where modules were fetched: which copy a call means depends on the calls before it.
  private mutating func readModules(from root: String, named path: String, installed: InstalledModules) throws
  {
    var calls: [String: [Block]] = [:]
    var ways = 0
    var open: [(folder: String, way: [String])] = [(root, [])]
    while let (folder, way) = open.popLast() {
      let isNew = calls[folder] == nil
      if isNew {
        calls[folder] = try readFolder(folder)
      } else if installed.folders.isEmpty {
        continue
      }
      ways += 1
      guard ways <= Self.wayLimit, calls.count <= Self.folderLimit else {
        throw Diagnostic(
          code: "configuration.folders", summary: "Too many modules",
          detail:
            "More than \(Self.folderLimit) folders of modules, or \(Self.wayLimit) calls, belong to it.",
          range: SourceRange(file: path))
      }
      for call in calls[folder] ?? [] {
        guard let name = call.labels.first, way.count < 16 else { continue }
        let next = way + [name]
        let target = Self.folder(of: call, from: folder, way: next, installed: installed)
        if let target, FileManager.default.fileExists(atPath: target) {
          open.append((target, next))
        } else if isNew {
          missing.append(
            MissingModule(
              name: next.joined(separator: ".module."), source: call.moduleSource ?? "",
              range: call.headerRange))
        }
      }
    }
  }

  private mutating func readFolder(_ folder: String) throws -> [Block] {
    var calls: [Block] = []
    for (file, text) in try Self.texts(in: folder) {
      sources.files[file] = text
      calls += Self.calls(in: text, file: file)
    }
    return calls
  }

  private static func folder(of call: Block, from folder: String, way: [String], installed: InstalledModules)
    -> String?
  {
    if call.isLocalCall, let source = call.moduleSource { return RelativePath.joined(folder, with: source) }
    return installed.folders[way.joined(separator: ".")]
  }

  private static func texts(in folder: String) throws -> [(file: String, text: String)] {
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    return try names.filter { !$0.hasPrefix(".") && !$0.hasSuffix("~") && SourceFile.isConfiguration($0) }.map
    {
      let file = RelativePath.joined(folder, with: $0)
      return (file, try SourceFile.text(file, code: "configuration.unreadable"))
    }
  }

  /// The module calls of a file; what cannot be parsed is reported when the file is read as configuration.
  private static func calls(in text: String, file: String) -> [Block] {
    text.contains("module") ? HCLFile(configuration: file, text).body.blocks("module") : []
  }

  private mutating func readInputs(_ root: String) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: root).sorted()
    let automatic = names.filter { $0.hasSuffix(".auto.tfvars") }
    for name in names.filter({ $0 == "terraform.tfvars" }) + automatic {
      let path = RelativePath.joined(root, with: name)
      let text = try SourceFile.text(path, code: "configuration.unreadable")
      inputFiles.append((path, text))
      let file = HCLFile(path: name, text: text)
      if let fault = file.diagnostics.first { throw fault }
      var evaluator = Evaluator(scope: Scope())
      for attribute in file.body.attributes { inputs[attribute.name] = evaluator.evaluate(attribute.value) }
      if let fault = evaluator.diagnostics.first { throw fault }
    }
  }
}
