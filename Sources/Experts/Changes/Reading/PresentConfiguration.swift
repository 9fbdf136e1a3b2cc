import HCL
import ProviderSchemas
import Requirements
import ResourceGraph
import Vocabulary

/// The configuration that is to be changed: its blocks, and what each is called.
struct PresentConfiguration {
  /// A resource block as it stands there.
  struct Item {
    var address: String
    var type: String
    var label: String
    var block: Block
    var file: String
    /// What its arguments say it is called: `name`, `bucket`, the tag `Name`.
    var names: [String]
    /// The words of its label and names.
    var words: Set<String>
  }

  let files: [HCLFile]
  let items: [Item]
  let graph: ResourceGraph
  private let variables: [String: Block]

  /// - Parameter files: those of the root module; what cannot be parsed takes no part.
  init(_ artifacts: [Artifact]) {
    let texts = artifacts.texts(of: .openTofu)
    files = artifacts.filter { texts[$0.path] != nil }.map { HCLFile(path: $0.path, text: $0.content) }
    graph = ResourceGraph(files: texts)
    var items: [Item] = []
    var variables: [String: Block] = [:]
    let root = Self.root(of: files.map(\.path))
    for file in files where Self.folder(file.path) == root {
      for block in file.body.blocks {
        if block.type == "variable", let name = block.labels.first { variables[name] = block }
        guard block.type == "resource", block.labels.count == 2 else { continue }
        let names = Self.names(block)
        let words = ([block.labels[1]] + names).flatMap(RequestWords.normal)
        items.append(
          Item(
            address: block.labels.joined(separator: "."), type: block.labels[0], label: block.labels[1],
            block: block, file: file.path, names: names, words: Set(words)))
      }
    }
    self.items = items
    self.variables = variables
  }

  var types: Set<String> { Set(items.map(\.type)) }

  func items(of type: String) -> [Item] { items.filter { $0.type == type } }

  func item(_ address: String) -> Item? { items.first { $0.address == address } }

  func schema(of type: String) -> (provider: ProviderSchema, block: BlockSchema)? {
    // A pack that no cloud's types belong to knows those of all clouds: random passwords, null resources.
    let known =
      ProviderSchema.shipped(ofType: type) ?? ProviderSchema.shipped.first { $0.resource(type) != nil }
    guard let provider = known, let block = provider.resource(type) else {
      return nil
    }
    return (provider, block)
  }

  /// The resources that name one in some argument, in source order.
  func referrers(of item: Item) -> [Item] {
    let addresses = Set(
      graph.resources.filter { graph.targets(of: $0).contains(item.address) }.map(\.blockAddress))
    return items.filter { addresses.contains($0.address) }
  }

  /// The argument at a path, where it is written in the block.
  func expression(_ path: [String], in block: Block) -> HCLExpression? {
    guard let name = path.first else { return nil }
    if path.count == 1 { return block.body.attribute(name)?.value }
    return block.body.blocks(name).first.flatMap { expression(Array(path.dropFirst()), in: $0) }
  }

  /// The variable that alone decides an argument: it is used nowhere else and has a default.
  func decidingVariable(_ path: [String], in item: Item) -> String? {
    let whole = graph.resources.first { $0.blockAddress == item.address }?.references.first {
      $0.path == path.joined(separator: ".") && $0.isWhole && $0.target.hasPrefix("var.")
    }
    guard let target = whole?.target else { return nil }
    let name = String(target.dropFirst(4))
    let users = (graph.resources + graph.configuration).flatMap { resource in
      resource.references.filter { $0.target == target }
    }
    guard users.count == 1, variables[name]?.body.attribute("default") != nil else { return nil }
    return name
  }

  /// The file that a new resource of the type goes into: where others of its kind are, or the first that has resources.
  func file(for type: String) -> String {
    let family = type.split(separator: "_").prefix(2)
    return items.last { $0.type == type }?.file
      ?? items.last { $0.type.split(separator: "_").prefix(2) == family }?.file
      ?? items.last?.file ?? files.first?.path ?? ArtifactFormat.openTofu.path(of: "main.tf")
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  private static func root(of paths: [String]) -> String {
    paths.map(folder).min { $0.split(separator: "/").count < $1.split(separator: "/").count } ?? ""
  }

  private static func names(_ block: Block) -> [String] {
    let keys = [
      "name", "bucket", "identifier", "cluster_identifier", "function_name", "family", "cluster_id",
      "domain_name",
    ]
    var evaluator = Evaluator(scope: Scope(), isLenient: true)
    var names = keys.compactMap { key -> String? in
      guard let attribute = block.body.attribute(key) else { return nil }
      guard case .string(let text) = evaluator.evaluate(attribute.value) else { return nil }
      return text
    }
    if let tags = block.body.attribute("tags"),
      case .string(let text) = evaluator.evaluate(tags.value)["Name"]
    {
      names.append(text)
    }
    return names
  }
}
