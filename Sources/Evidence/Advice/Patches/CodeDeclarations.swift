import HCL
import ResourceGraph
import Vocabulary

/// What a configuration declares beside resources, by the folder of the files: where arguments of resources are decided.
struct CodeDeclarations: Sendable {
  struct Declaration: Sendable {
    var slice: CodeSlice
    var block: Block
  }

  /// By folder, kind and name: `module net`, `variable size`; a name of `locals` is under `local`.
  private var found: [String: [String: Declaration]] = [:]
  /// The blocks of a folder that may name variables and local values.
  private var blocks: [String: [(slice: CodeSlice, block: Block)]] = [:]
  /// The arguments of files of values by their root folder and name; the last one wins.
  private var values: [String: [String: (slice: CodeSlice, attribute: Attribute)]] = [:]

  /// - Parameter files: those in native syntax.
  init(files: [HCLFile], configurations: [CodeConfiguration]) {
    for file in files {
      for block in file.body.blocks {
        let slice = CodeSlice(block.range, language: .hcl)
        let declaration = Declaration(slice: slice, block: block)
        blocks[file.folder, default: []].append((slice, block))
        switch block.type {
        case "module", "variable":
          if let name = block.labels.first {
            found[file.folder, default: [:]]["\(block.type) \(name)"] = declaration
          }
        case "locals":
          for attribute in block.body.attributes {
            found[file.folder, default: [:]]["local \(attribute.name)"] = declaration
          }
        default: break
        }
      }
    }
    for configuration in configurations {
      for (path, text) in configuration.values {
        for attribute in HCLFile(path: path, text: text).body.attributes {
          values[configuration.root, default: [:]][attribute.name] =
            (CodeSlice(attribute.range, language: .hcl), attribute)
        }
      }
    }
  }

  func declaration(_ kind: String, named name: String, in folder: String) -> Declaration? {
    found[folder]?["\(kind) \(name)"]
  }

  /// The argument of a file of values that gives a variable of a root module its value.
  func value(of variable: String, root: String) -> (slice: CodeSlice, attribute: Attribute)? {
    values[root]?[variable]
  }

  /// The blocks of a folder, other than the one given, that name `var.size` or `local.size` to make something of it.
  func users(of root: String, named name: String, in folder: String, beside slice: CodeSlice) -> [CodeSlice] {
    (blocks[folder] ?? []).filter { candidate in
      candidate.slice != slice && !["output", "variable"].contains(candidate.block.type)
        && Self.names(root, name: name, in: candidate.block.body)
    }.map(\.slice)
  }

  private static func names(_ root: String, name: String, in body: Body) -> Bool {
    body.attributes.contains { attribute in
      attribute.value.references.contains { $0.root == root && $0.steps.first?.name == name }
    } || body.blocks.contains { names(root, name: name, in: $0.body) }
  }
}
