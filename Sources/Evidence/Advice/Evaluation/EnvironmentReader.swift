import HCL
import ResourceGraph

/// Tells whether a resource serves production, by what people wrote: tags, labels, namespaces, the folder of the estate.
struct EnvironmentReader: Sendable {
  private let tables: AdviceTables
  /// Tags that the provider puts on everything.
  let defaults: [String: Value]
  private let estate: String

  init(tables: AdviceTables, graph: ResourceGraph, estate: String) {
    self.tables = tables
    self.estate = estate
    let providers = graph.configuration.filter { $0.type == "provider" && $0.attributes["alias"] == nil }
    let tags = providers.compactMap { $0.attributes["default_tags"]?[0]?["tags"]?.members }.flatMap { $0 }
    defaults = Dictionary(tags.map { ($0.key, $0.value) }) { first, _ in first }
  }

  /// `prod` or `nonprod`; null where nothing says it, unknown where what says it is not known.
  func environment(of resource: Resource) -> Value {
    var tags = defaults
    for name in ["tags_all", "tags", "tag"] {
      switch resource.attributes[name] {
      case .unknown?: return .unknown
      case .object(let members)?: tags.merge(members) { _, own in own }
      case .list(let blocks)?:
        for block in blocks { if let key = block["key"]?.text { tags[key] = block["value"] ?? .null } }
      default: break
      }
    }
    let labels = resource.attributes["metadata"]?["labels"]?.members ?? []
    tags.merge(labels.map { ($0.key, $0.value) }) { first, _ in first }
    for (key, value) in tags.sorted(by: { $0.key < $1.key }) where Self.isEnvironmentKey(key) {
      if value.isUnknown { return .unknown }
      if let word = value.text, let kind = kind(of: word) { return .string(kind) }
    }
    let words = [resource.attributes["metadata"]?["namespace"]?.text].compactMap { $0 } + [estate]
    return words.lazy.compactMap { self.kind(in: $0) }.first.map(Value.string) ?? .null
  }

  private static func isEnvironmentKey(_ key: String) -> Bool {
    let last = key.lowercased().split(separator: "/").last ?? ""
    return ["environment", "env", "stage", "tier", "app-environment", "environment-type", "lifecycle"]
      .contains(last)
  }

  private func kind(of word: String) -> String? {
    tables.row("environments", key: word.lowercased())?["kind"]
  }

  /// The kind that a folder of a path is, or that a name begins or ends with: `envs/dev/eu.tfstate`, `shop-staging`. A word
  /// in the middle, or one that belongs to another by an underscore, says nothing.
  private func kind(in text: String) -> String? {
    for component in text.lowercased().split(separator: "/") {
      let name = component.split(separator: ".").first ?? component
      let words = name.split(separator: "-")
      for word in [words.first, words.last].compactMap({ $0 }) {
        if let kind = kind(of: String(word)) { return kind }
      }
    }
    return nil
  }
}
