import Basics
import HCL
import ProviderSchemas
import ResourceGraph

/// Finds the demands of a module that shut the newest version of a provider out.
package struct UpgradeCheck {
  /// A demand, and the one that admits the newest version.
  package struct Obstacle: Sendable {
    package let source: String
    /// Where the demand is written, quotes included.
    package let range: SourceRange
    package let demand: String
    package let newest: ProviderVersion

    /// The demand that takes the newest major: `~> 6.0`.
    package var successor: String { "~> \(newest.major).0" }
  }

  package let obstacles: [Obstacle]

  /// - Parameter shelf: knows the newest version of each provider.
  package init(_ module: Module, shelf: SchemaShelf) {
    let names = ProviderNames(module)
    obstacles = module.settings.requiredProviders.compactMap { entry in
      let source = names.source(named: entry.name)
      guard let text = entry.version, let range = entry.versionRange, let demand = VersionRequirement(text),
        let newest = shelf.versions(of: source).last, !demand.allows(newest)
      else { return nil }
      // What takes only later versions shuts nothing out that is to come.
      if !demand.allowsOnlyOlder(than: newest), !shelf.versions(of: source).contains(where: demand.allows) {
        return nil
      }
      return Obstacle(source: source, range: range, demand: text, newest: newest)
    }
  }

  var diagnostics: [Diagnostic] {
    obstacles.map { obstacle in
      Diagnostic(
        code: "upgrade.demand", summary: "Newest version shut out",
        detail: "\"\(obstacle.demand)\" does not admit \(obstacle.source) \(obstacle.newest).",
        range: obstacle.range)
    }
  }
}
