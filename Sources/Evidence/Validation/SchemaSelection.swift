import HCL
import ProviderSchemas
import ResourceGraph

/// The schemas that a configuration is held against: for each provider the version that its modules and its lock file name.
package struct SchemaSelection {
  /// By source, those that say something certain of the configuration.
  package private(set) var schemas: [String: ProviderSchema] = [:]
  /// What they leave open, by source.
  private var gaps: [String: String] = [:]

  /// - Parameters:
  ///   - module: the root; what all modules that it leads to demand counts.
  ///   - prefersNewest: whether the newest version counts that the modules take, as `init` would choose it.
  package init(_ module: Module, shelf: SchemaShelf, locked: [String: String], prefersNewest: Bool = false) {
    var requirements: [String: [VersionRequirement]] = [:]
    var sources: Set<String> = []
    for module in module.all {
      let names = ProviderNames(module)
      sources.formUnion(names.used)
      for (source, texts) in names.versions {
        requirements[source, default: []] += texts.compactMap { VersionRequirement($0) }
      }
    }
    for source in sources {
      let choice = shelf.choice(
        of: source, requirements: requirements[source] ?? [],
        locked: locked[source].flatMap { ProviderVersion($0) },
        prefersNewest: prefersNewest)
      schemas[source] = choice.schema
      gaps[source] = choice.gap
    }
  }

  /// What is said of a provider where nothing wrong was found: what is open, for lack of a schema or of the values it takes.
  func openPart(of source: String) -> String? {
    if let gap = gaps[source] { return gap }
    guard let schema = schemas[source], !ConstraintSet.knowsValues(of: source) else { return nil }
    return "\(schema.name) (which values its arguments take)"
  }

  /// Whether a provider is held against another version than in the other selection.
  func differs(from other: SchemaSelection) -> Bool {
    schemas.contains { $0.value.version != other.schemas[$0.key]?.version }
  }

  /// What a repair may rest on: a schema of a version that the configuration takes.
  package var certain: [String: ProviderSchema] { schemas.filter { gaps[$0.key] == nil } }
}
