import HCL

/// The files of a module, and those of the folders beside it that its calls may name.
package struct ModuleFolders {
  package let files: [HCLFile]
  private let folder: String
  private let others: [String: [HCLFile]]
  /// The folders around this one: a module that calls itself is not followed.
  private var outer: Set<String> = []

  /// What no local call names is the module itself.
  package init(_ all: [HCLFile]) {
    let byFolder = Dictionary(grouping: all, by: \.folder)
    var called: Set<String> = []
    if byFolder.count > 1 {
      for file in all {
        for call in file.body.blocks("module") {
          if let target = call.localFolder(from: file.folder), target != file.folder { called.insert(target) }
        }
      }
    }
    files = all.filter { !called.contains($0.folder) }
    folder = files.map(\.folder).min { $0.count < $1.count } ?? ""
    others = byFolder.filter { called.contains($0.key) }
  }

  private init(_ folder: String, parent: ModuleFolders) {
    self.folder = folder
    files = parent.others[folder] ?? []
    others = parent.others
    outer = parent.outer.union([parent.folder])
  }

  /// What a call with a local source names; nil where its files are not given.
  package func folder(of call: Block) -> ModuleFolders? {
    guard let target = call.localFolder(from: folder), others[target] != nil, target != folder,
      !outer.contains(target), outer.count < 16
    else { return nil }
    return ModuleFolders(target, parent: self)
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
  fileprivate var folder: String {
    path.split(separator: "/").dropLast().joined(separator: "/")
  }
}

extension Block {
  /// The folder that the source of a module call names, as a path like those of the files; nil where it is not local.
  package func localFolder(from folder: String) -> String? {
    guard let source = body.attribute("source")?.value.literalString,
      source.hasPrefix("./") || source.hasPrefix("../")
    else { return nil }
    var parts = folder.split(separator: "/")
    for part in source.split(separator: "/") where part != "." {
      if part == "..", !parts.isEmpty { parts.removeLast() } else { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}
