import HCL
import ProviderSchemas
import ResourceGraph

/// The schemas that a configuration is held against: for each provider the version that its modules and its lock file name.
package struct SchemaSelection {
  /// By source, those that say something certain of the configuration.
  package private(set) var schemas: [String: ProviderSchema] = [:]
  /// What they leave open, by source.
  private var gaps: [String: String] = [:]
  /// What the modules demand, by source, where that admits later versions of a provider that is still growing: what its schema here
  /// does not have, those may.
  private var open: [String: String] = [:]

  /// The last version here of an earlier major, by source: what it has and the later one has not is gone for certain.
  private var earlier: [String: ProviderSchema] = [:]

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
      if locked[source] == nil, choice.gap == nil, !shelf.isAhead {
        earlier[source] = choice.schema.flatMap { shelf.earlier(than: $0) }
        open[source] = Self.admittedLater(requirements[source] ?? [], than: choice.schema)
      }
    }
  }

  /// Nil where the schema is of a version that `init` may well take. A whole schema is the last of its major.
  private static func admittedLater(_ requirements: [VersionRequirement], than schema: ProviderSchema?)
    -> String?
  {
    guard let schema, !schema.knowsLimits, let version = ProviderVersion(schema.version),
      requirements.contains(where: { $0.reaches(major: version.major) }),
      requirements.allSatisfy({ $0.allows(version.nextMinor) })
    else { return nil }
    return Set(requirements.map(\.text)).sorted().joined(separator: ", ")
  }

  /// The arguments and blocks that a type had in an earlier major.
  func earlierNames(of type: String, source: String) -> Set<String> {
    guard let block = earlier[source]?.resource(type) else { return [] }
    return Set(block.attributes.keys).union(block.blocks.keys)
  }

  /// Whether an earlier major had a type.
  func hadType(_ type: String, source: String) -> Bool { earlier[source]?.resource(type) != nil }

  /// The demand that admits later versions of a provider than the one it is held against; nil where none does.
  func laterVersions(of source: String) -> String? { open[source] }

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
