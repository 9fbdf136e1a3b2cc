import Basics
import HCL

/// The files of a module, and those of the folders beside it that its calls may name.
package struct ModuleFolders {
  package let files: [HCLFile]
  /// The module's folder, as the paths of the files name it; empty for the folder all paths start from.
  package let folder: String
  private let others: [String: [HCLFile]]
  /// The folders around this one: a module that calls itself is not followed.
  private var outer: Set<String> = []
  /// Where the modules lie that are not local, by the names of the calls that lead to them: `network.subnets`.
  private let installed: [String: String]
  /// The names of the calls that lead here.
  private var calls: [String] = []

  /// The folder of the root module is given, or is what no local call names.
  package init(_ sources: ConfigurationSources) {
    let all = sources.files.filter { !Self.isReplaced($0.key, in: sources.files) }.sorted { $0.key < $1.key }
      .map { HCLFile(configuration: $0.key, $0.value) }
    let byFolder = Dictionary(grouping: all, by: \.folder)
    installed = sources.installed
    if let root = sources.root {
      folder = root
      files = byFolder[root] ?? []
      others = byFolder.filter { $0.key != root }
      return
    }
    let called = byFolder.count > 1 ? Self.called(by: all) : []
    files = all.filter { !called.contains($0.folder) }
    folder = files.map(\.folder).min { $0.count < $1.count } ?? ""
    others = byFolder.filter { called.contains($0.key) }
  }

  /// Whether OpenTofu leaves a file out for another: `versions.tofu` stands in the place of `versions.tf`.
  private static func isReplaced(_ path: String, in files: [String: String]) -> Bool {
    for (ending, other) in [(".tf", ".tofu"), (".tf.json", ".tofu.json")] where path.hasSuffix(ending) {
      return files[path.dropLast(ending.count) + other] != nil
    }
    return false
  }

  /// The folders that local calls name.
  private static func called(by files: [HCLFile]) -> Set<String> {
    var called: Set<String> = []
    for file in files {
      for call in file.body.blocks("module") {
        if let target = call.localFolder(from: file.folder), target != file.folder { called.insert(target) }
      }
    }
    return called
  }

  private init(_ folder: String, call: String, parent: ModuleFolders) {
    self.folder = folder
    files = parent.others[folder] ?? []
    others = parent.others
    outer = parent.outer.union([parent.folder])
    installed = parent.installed
    calls = parent.calls + [call]
  }

  /// What a call names; nil where its files are not given.
  package func folder(of call: Block, named name: String) -> ModuleFolders? {
    let place = call.localFolder(from: folder) ?? installed[(calls + [name]).joined(separator: ".")]
    guard let target = place, others[target] != nil, target != folder, !outer.contains(target),
      outer.count < 16
    else { return nil }
    return ModuleFolders(target, call: name, parent: self)
  }
}

extension HCLFile {
  /// Reads native or JSON syntax, by the name of the file.
  package init(configuration path: String, _ text: String) {
    if path.hasSuffix(".json") {
      self.init(path: path, json: text)
    } else {
      self.init(path: path, text: text)
    }
  }

  package var isJSON: Bool { path.hasSuffix(".json") }

  /// Without the name of the file; empty for the folder all paths start from.
  package var folder: String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }
}

extension Block {
  /// The text of a module call's source; nil where it is none.
  package var moduleSource: String? { body.attribute("source")?.value.literalString }

  /// Whether a module call names a folder beside it.
  package var isLocalCall: Bool {
    moduleSource.map { $0.hasPrefix("./") || $0.hasPrefix("../") || $0 == "." || $0 == ".." } ?? false
  }

  /// The folder that the source of a module call names, as a path like those of the files; nil where it is not local.
  package func localFolder(from folder: String) -> String? {
    guard isLocalCall, let source = moduleSource else { return nil }
    return RelativePath.key(RelativePath.joined(folder.isEmpty ? "." : folder, with: source))
  }
}
