import Basics
import Synchronization

/// Recipes and links, each read from its files once, when first asked for.
final class RecipeBook: Sendable {
  let data: HandbookData
  private let recipes = Mutex<[String: Recipe]>([:])
  /// Which recipe gives a capability when the request names none.
  let givers: [String: String]
  /// Capabilities whose recipes a general word may mean alike, as "database".
  let families: Set<String>
  let links: [Link]

  init(_ data: HandbookData) throws(ExpertError) {
    self.data = data
    let node = try data.yaml("recipes/capabilities.yaml")
    givers = node.texts("givers")
    families = Set(node.strings("families"))
    var links: [Link] = []
    for entry in try data.yaml("recipes/links.yaml").list("links") { links.append(try Link(entry)) }
    self.links = links
  }

  func recipe(_ id: String) throws(ExpertError) -> Recipe {
    if let known = recipes.withLock({ $0[id] }) { return known }
    let recipe = try Recipe(id: id, data: data)
    recipes.withLock { $0[id] = recipe }
    return recipe
  }

  /// Every recipe's folder, for tests and listings.
  func identifiers() throws(ExpertError) -> [String] {
    var found: [String] = []
    for cloud in ["aws", "k8s"] {
      for name in try data.names(in: "recipes/\(cloud)") { found.append("\(cloud)/\(name)") }
    }
    return found
  }
}
