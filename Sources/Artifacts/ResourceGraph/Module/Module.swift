import ProviderSchemas
import Basics
import HCL

/// The declarations of one folder of configuration files.
package struct Module {
  /// A resource or data block.
  package struct ResourceBlock {
    package var kind: Resource.Kind
    package var type: String
    package var name: String
    package var block: Block

    package var address: String { kind == .data ? "data.\(type).\(name)" : "\(type).\(name)" }
  }

  package private(set) var resources: [ResourceBlock] = []
  package private(set) var variables: [String: Block] = [:]
  package private(set) var locals: [String: Attribute] = [:]
  package private(set) var outputs: [String: Block] = [:]
  package private(set) var calls: [String: Block] = [:]
  package private(set) var providers: [Block] = []
  package private(set) var settings: [Block] = []
  package private(set) var diagnostics: [Diagnostic] = []

  /// Every name declared so far and where, to find duplicates.
  private var places: [String: SourceRange] = [:]
  package private(set) var resourceIndex: [String: Int] = [:]

  /// The modules that are called, by the name of the call, where their files are given.
  package private(set) var children: [String: Module] = [:]
  /// Its folder as the paths of its files name it; empty for the folder all paths start from.
  package let folder: String
  /// What `path.module` is in it: the way from the folder of the root module to its own.
  package let path: String

  /// Reads the files of one folder, and of the folders that its local module calls name.
  /// - Parameter schemas: what tells arguments and nested blocks apart where the syntax does not.
  package init(files: [String: String], schemas: SchemaShelf = .shipped) {
    self.init(ConfigurationSources(files: files), schemas: schemas)
  }

  /// Reads the files of the root module and of every module that is called and given.
  package init(_ sources: ConfigurationSources, schemas: SchemaShelf = .shipped) {
    var known: [String: Module] = [:]
    let folders = ModuleFolders(sources)
    self.init(folders, root: folders.folder, schemas: schemas, known: &known)
  }

  /// - Parameter known: the modules read so far by folder: one that is called often is read once.
  private init(
    _ folders: ModuleFolders, root: String, schemas: SchemaShelf, known: inout [String: Module]
  ) {
    folder = folders.folder
    path = Self.way(from: root, to: folders.folder)
    for file in folders.files where !file.isOverride { declare(file) }
    for file in folders.files where file.isOverride { override(by: file) }
    if folders.files.contains(where: \.isJSON) { shape(by: schemas) }
    for (name, call) in calls {
      guard let inner = folders.folder(of: call, named: name) else { continue }
      let child = known[inner.folder] ?? Module(inner, root: root, schemas: schemas, known: &known)
      known[inner.folder] = child
      children[name] = child
    }
  }

  private static func way(from root: String, to folder: String) -> String {
    let (here, there) = (root.split(separator: "/"), folder.split(separator: "/"))
    let common = zip(here, there).prefix { $0 == $1 }.count
    let parts = here.dropFirst(common).map { _ in ".." } + there.dropFirst(common).map(String.init)
    return parts.isEmpty ? "." : parts.joined(separator: "/")
  }

  /// This module and every one it leads to, each folder once.
  package var all: [Module] {
    var found: [String: Module] = [:]
    var open = [self]
    while let module = open.popLast() {
      guard found.updateValue(module, forKey: module.folder) == nil else { continue }
      open += module.children.values
    }
    return found.values.sorted { $0.folder < $1.folder }
  }

  private mutating func shape(by schemas: SchemaShelf) {
    let names = ProviderNames(self)
    for (index, resource) in resources.enumerated() {
      let source = names.source(of: resource)
      guard let schema = schemas.preferred(source),
        let block = resource.kind == .data ? schema.dataSource(resource.type) : schema.resource(resource.type)
      else { continue }
      resources[index].block = resource.block.shaped(by: block, schema)
    }
  }

  private mutating func declare(_ file: HCLFile) {
    diagnostics += file.diagnostics
    for attribute in file.body.attributes {
      report(
        "Unsupported argument", detail: "An argument named \"\(attribute.name)\" is not expected here.",
        range: attribute.nameRange)
    }
    for block in file.body.blocks { declare(block) }
  }

  private mutating func declare(_ block: Block) {
    switch block.type {
    case "resource": declareResource(block, kind: .managed)
    case "data": declareResource(block, kind: .data)
    case "ephemeral": break
    case "variable": if let name = declareName(block, noun: "variable") { variables[name] = block }
    case "output": if let name = declareName(block, noun: "output") { outputs[name] = block }
    case "module": if let name = declareName(block, noun: "module call") { calls[name] = block }
    case "locals": for attribute in block.body.attributes { declareLocal(attribute) }
    case "provider": declareProvider(block)
    case "terraform": settings.append(block)
    case "moved", "import", "removed", "check", "run", "mock_provider", "language": break
    default:
      let known = [
        "resource", "data", "variable", "output", "module", "locals", "provider", "terraform", "moved",
      ]
      report(
        "Unsupported block type",
        detail: "Blocks of type \"\(block.type)\" are not expected here."
          + suggestion(for: block.type, among: known),
        range: block.typeRange)
    }
  }

  private mutating func declareResource(_ block: Block, kind: Resource.Kind) {
    let word = kind == .data ? "data" : "resource"
    guard hasLabels(block, count: 2, names: "type, name") else { return }
    let declared = ResourceBlock(kind: kind, type: block.labels[0], name: block.labels[1], block: block)
    if let place = places[declared.address] {
      report(
        "Duplicate \(word) configuration",
        detail:
          "A \(declared.type) \(kind == .data ? "data resource" : "resource") named \"\(declared.name)\" was already "
          + "declared at \(place). Resource names must be unique per type in each module.",
        range: block.headerRange,
        address: declared.address)
      return
    }
    places[declared.address] = block.headerRange
    resourceIndex[declared.address] = resources.count
    resources.append(declared)
  }

  /// The name of a block with one label, unless it is missing or taken.
  private mutating func declareName(_ block: Block, noun: String) -> String? {
    guard hasLabels(block, count: 1, names: "name") else { return nil }
    let key = "\(block.type) \(block.labels[0])"
    if let place = places[key] {
      let article = noun == "output" ? "An" : "A"
      report(
        "Duplicate \(noun) \(noun == "variable" ? "declaration" : "definition")",
        detail:
          "\(article) \(noun) named \"\(block.labels[0])\" was already declared at \(place). Names must be unique within "
          + "a module.", range: block.headerRange)
      return nil
    }
    places[key] = block.headerRange
    return block.labels[0]
  }

  private mutating func declareLocal(_ attribute: Attribute) {
    if let place = places["local \(attribute.name)"] {
      report(
        "Duplicate local value definition",
        detail:
          "A local value named \"\(attribute.name)\" was already defined at \(place). Local value names must be unique "
          + "within a module.", range: attribute.nameRange)
      return
    }
    places["local \(attribute.name)"] = attribute.nameRange
    locals[attribute.name] = attribute
  }

  private mutating func declareProvider(_ block: Block) {
    guard hasLabels(block, count: 1, names: "name") else { return }
    let alias = block.body.attribute("alias")?.value.literalString
    let key = "provider \(block.labels[0]) \(alias ?? "")"
    if let place = places[key] {
      let name = block.labels[0]
      report(
        "Duplicate provider configuration",
        detail: alias.map {
          "A provider configuration for \"\(name)\" with alias \"\($0)\" was already given at \(place)."
        }
          ?? "A default (non-aliased) provider configuration for \"\(name)\" was already given at \(place). If multiple "
          + "configurations are required, set the \"alias\" argument for alternative configurations.",
        range: block.headerRange)
    }
    places[key] = block.headerRange
    providers.append(block)
  }

  private mutating func hasLabels(_ block: Block, count: Int, names: String) -> Bool {
    if block.labels.count == count { return true }
    let isMissing = block.labels.count < count
    report(
      isMissing ? "Missing label for block" : "Extraneous label for block",
      detail: "All \(block.type) blocks must have \(count) label\(count == 1 ? "" : "s") (\(names)).",
      range: isMissing ? block.headerRange : block.labelRanges[count])
    return false
  }

  private mutating func report(
    _ summary: String, detail: String, range: SourceRange, address: String? = nil
  ) {
    diagnostics.append(
      Diagnostic(
        code: "configuration.declaration", summary: summary, detail: detail, range: range, address: address))
  }

  /// `*_override.tf`: its arguments and nested blocks replace those of the blocks of the same name.
  private mutating func override(by file: HCLFile) {
    diagnostics += file.diagnostics
    let clouds = file.body.blocks("terraform").flatMap { $0.body.blocks("cloud") }
    if clouds.count > 1 {
      report(
        "Duplicate settings", detail: "A module may have only one cloud block.", range: clouds[1].headerRange)
    }
    for block in file.body.blocks {
      let name = block.labels.last ?? ""
      switch block.type {
      case "resource", "data":
        let address = (block.type == "data" ? ["data"] : []) + block.labels
        if let index = resourceIndex[address.joined(separator: ".")] {
          resources[index].block.body.merge(block.body)
        }
      case "variable": variables[name]?.body.merge(block.body)
      case "output": outputs[name]?.body.merge(block.body)
      case "module": calls[name]?.body.merge(block.body)
      case "locals": for attribute in block.body.attributes { locals[attribute.name] = attribute }
      default: break
      }
    }
  }
}

extension HCLFile {
  fileprivate var isOverride: Bool {
    let name = path.split(separator: "/").last?.prefix { $0 != "." } ?? ""
    return name == "override" || name.hasSuffix("_override")
  }
}

extension Body {
  fileprivate mutating func merge(_ other: Body) {
    let names = Set(other.attributes.map(\.name))
    let types = Set(other.blocks.map(\.type))
    attributes = attributes.filter { !names.contains($0.name) } + other.attributes
    blocks = blocks.filter { !types.contains($0.type) } + other.blocks
  }
}
