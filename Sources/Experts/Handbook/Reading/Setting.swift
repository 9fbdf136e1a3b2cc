import Clouds
import Experts

/// Whether the request speaks of the cloud it is read for, of Kubernetes or of both, which decides what words like "service" mean.
struct Setting: Sendable {
  let isKubernetes: Bool
  let isMainCloud: Bool
  /// Whether the request speaks of Kubernetes alone, so that nothing is taken from the main cloud unless it is named.
  let isKubernetesOnly: Bool
  /// Whether it names an object of a cluster, and not the cluster alone.
  private let namesObjects: Bool
  private let products: [[String]]
  private let words: Set<String>

  init(_ request: RequestText, lexicon: Lexicon) {
    let catalog = CloudCatalog.current
    var kubernetes = false
    var certain = false
    var main = false
    var objects = false
    let normals = request.tokens.map(\.normal)
    for start in normals.indices {
      for phrase in lexicon.phrases[normals[start]] ?? [] {
        guard normals[start...].starts(with: phrase.words) else { continue }
        if case .component(let index) = phrase.meaning {
          objects = objects || lexicon.entries[index].isObject
        }
        guard case .cloud(let name) = phrase.meaning else { continue }
        if name == catalog.manifests?.id {
          kubernetes = true
          if phrase.words.count > 1 || !lexicon.ambiguous.isSuperset(of: phrase.words) { certain = true }
        }
        if name == lexicon.cloud.id { main = true }
      }
    }
    isKubernetes = kubernetes
    isMainCloud = main
    namesObjects = objects
    isKubernetesOnly = certain && !main
    products = lexicon.products
    words = Set(normals)
  }

  /// Whether the words of an entry ask for something of the main cloud that a request for Kubernetes alone does not mean:
  /// its recipe is the cloud's, and no word names a product of it.
  func isElsewhere(_ entry: Lexicon.Entry, words: [String]) -> Bool {
    guard isKubernetesOnly, !entry.recipes.isEmpty, !entry.recipes.contains(where: RecipeBook.isForManifests)
    else { return false }
    return !products.contains { product in
      words.indices.contains { words[$0...].starts(with: product) }
    }
  }

  /// `with tekton`: the entry holds where the request names that as well.
  static let beside = "with "

  private func names(_ word: Substring) -> Bool { RequestText.words(String(word)).allSatisfy(words.contains) }

  /// Whether an entry that is meant for a setting holds in this one.
  func allows(_ context: String?) -> Bool {
    switch context {
    case "kubernetes": isKubernetes
    case "kubernetes-only": isKubernetes && !isMainCloud
    case "not-kubernetes": !isKubernetes
    case "workload": isKubernetes && (namesObjects || !isMainCloud)
    case "cloud": isMainCloud || !isKubernetes
    case let named? where named.hasPrefix(Self.beside): names(named.dropFirst(Self.beside.count))
    default: true
    }
  }
}
