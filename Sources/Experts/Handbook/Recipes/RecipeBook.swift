import Clouds
import Experts
import Basics
import Synchronization

/// Recipes and links, each read from its files once, when first asked for.
final class RecipeBook: Sendable {
  let data: HandbookData
  private let recipes = Mutex<[String: Recipe]>([:])
  /// Which recipe gives a capability when the request names none.
  let defaultProviders: [String: String]
  /// Capabilities whose recipes a general word may mean alike, as "database".
  let families: Set<String>
  let links: [Link]

  init(_ data: HandbookData) throws(ExpertError) {
    self.data = data
    var defaultProviders: [String: String] = [:]
    var families: Set<String> = []
    for node in try data.all(.capabilities) {
      defaultProviders.merge(node.texts("givers")) { first, _ in first }
      families.formUnion(node.strings("families"))
    }
    self.defaultProviders = defaultProviders
    self.families = families
    var links: [Link] = []
    for node in try data.all(.links) {
      for entry in node.list("links") { links.append(try Link(entry)) }
    }
    self.links = links
  }

  func recipe(_ id: String) throws(ExpertError) -> Recipe {
    if let known = recipes.withLock({ $0[id] }) { return known }
    let recipe = try Recipe(id: id, data: data)
    recipes.withLock { $0[id] = recipe }
    return recipe
  }

  /// Whether a recipe makes Kubernetes objects, by its name.
  static func isForManifests(_ id: String) -> Bool {
    CloudCatalog.current.manifests.map { id.hasPrefix("\($0.recipePrefix)/") } ?? false
  }

  /// Every recipe's folder, for tests and listings.
  func identifiers() throws(ExpertError) -> [String] { try data.recipes() }
}
