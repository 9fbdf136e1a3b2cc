import Clouds

/// The schemas at hand, several versions of one provider beside one another. A schema that ships is read when it is first
/// asked for.
package struct SchemaShelf: Sendable {
  /// Those that do not ship, by source.
  private let own: [String: [ProviderSchema]]
  private let includesShipped: Bool
  /// Whether configurations are held against the newest version of each provider, whatever they take.
  package private(set) var isAhead = false

  /// - Parameters:
  ///   - own: schemas beside those that ship, or instead of them.
  ///   - includesShipped: whether those that ship are there, too.
  package init(_ own: [ProviderSchema], includesShipped: Bool = false) {
    self.own = Dictionary(grouping: own, by: \.source)
    self.includesShipped = includesShipped
  }

  /// Those that ship.
  package static let shipped = SchemaShelf([], includesShipped: true)

  /// The same, of each provider the newest version only: what an upgrade would bring.
  package var ahead: SchemaShelf {
    var shelf = self
    shelf.isAhead = true
    return shelf
  }

  /// The sources there are, sorted.
  package var sources: [String] {
    Set(own.keys).union(includesShipped ? ShippedSchemas.sources : []).sorted()
  }

  /// The versions of a provider that are here, oldest first.
  package func versions(of source: String) -> [ProviderVersion] {
    let shipped = includesShipped ? ShippedSchemas.versions(of: source) : []
    return Set((own[source] ?? []).compactMap { ProviderVersion($0.version) } + shipped).sorted()
  }

  /// The schema of one version; a person's own one comes before one that ships.
  package func schema(of source: String, version: ProviderVersion) -> ProviderSchema? {
    let same = own[source]?.first { ProviderVersion($0.version) == version }
    return same ?? (includesShipped ? ShippedSchemas.schema(source, version: version) : nil)
  }

  /// The newest schema here of an earlier major.
  package func earlier(than schema: ProviderSchema) -> ProviderSchema? {
    guard let version = ProviderVersion(schema.version) else { return nil }
    return versions(of: schema.source).last { $0.major < version.major }.flatMap {
      self.schema(of: schema.source, version: $0)
    }
  }

  /// The one that is meant where nothing asks for a version: a person's own, else the version that drafts pin, else
  /// the newest.
  package func preferred(_ source: String) -> ProviderSchema? {
    if let mine = own[source]?.max(by: { Self.isOlder($0, than: $1) }) { return mine }
    guard includesShipped else { return nil }
    return ProviderSchema.shipped(source)
  }

  private static func isOlder(_ left: ProviderSchema, than right: ProviderSchema) -> Bool {
    guard let first = ProviderVersion(left.version), let second = ProviderVersion(right.version) else {
      return ProviderVersion(left.version) == nil
    }
    return first < second
  }

  /// The schema that a configuration is held against.
  /// - Parameters:
  ///   - requirements: what its modules take.
  ///   - locked: the version that its lock file holds.
  ///   - prefersNewest: of several that fit the newest, and not the one that is meant where nothing asks for one.
  package func choice(
    of source: String, requirements: [VersionRequirement], locked: ProviderVersion?,
    prefersNewest: Bool = false
  ) -> SchemaChoice {
    guard let preferred = preferred(source) else { return SchemaChoice(schema: nil, gap: source) }
    let known = versions(of: source)
    if known.isEmpty { return SchemaChoice(schema: preferred, gap: nil) }
    if isAhead, let newest = known.last {
      return SchemaChoice(schema: schema(of: source, version: newest), gap: nil)
    }
    if let locked {
      if let exact = schema(of: source, version: locked) { return SchemaChoice(schema: exact, gap: nil) }
      let near = known.first { $0.major == locked.major && $0 > locked }
      return nearest(near, of: source, wanted: locked.description, known: known)
    }
    let fitting = known.filter { version in requirements.allSatisfy { $0.allows(version) } }
    if !prefersNewest || requirements.isEmpty, let pinned = ProviderVersion(preferred.version),
      fitting.contains(pinned)
    {
      return SchemaChoice(schema: preferred, gap: nil)
    }
    if let newest = fitting.last {
      return SchemaChoice(schema: schema(of: source, version: newest), gap: nil)
    }
    let wanted = Set(requirements.map(\.text)).sorted().joined(separator: ", ")
    let near = known.first { version in
      requirements.allSatisfy { $0.allows(version) || $0.allowsOnlyOlder(than: version) }
    }
    return nearest(near, of: source, wanted: wanted, known: known)
  }

  private func nearest(_ near: ProviderVersion?, of source: String, wanted: String, known: [ProviderVersion])
    -> SchemaChoice
  {
    if let near, let schema = schema(of: source, version: near) {
      return SchemaChoice(schema: schema, gap: "\(source) (needs \(wanted); checked against \(near))")
    }
    let here = known.map(\.description).joined(separator: ", ")
    return SchemaChoice(
      schema: nil, gap: "\(source) (needs \(wanted); here \(known.count == 1 ? "is" : "are") \(here))")
  }
}
