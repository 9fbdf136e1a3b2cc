import Clouds
import Experts

/// Whether the request speaks of the main cloud, of Kubernetes or of both, which decides what words like "service" mean.
struct Setting: Sendable {
  let isKubernetes: Bool
  let isMainCloud: Bool

  init(_ request: RequestText, lexicon: Lexicon) {
    let catalog = CloudCatalog.current
    var kubernetes = false
    var main = false
    let normals = request.tokens.map(\.normal)
    for start in normals.indices {
      for phrase in lexicon.phrases[normals[start]] ?? [] {
        guard case .cloud(let name) = phrase.meaning, normals[start...].starts(with: phrase.words) else {
          continue
        }
        if name == catalog.manifests?.id { kubernetes = true }
        if name == catalog.main.id { main = true }
      }
    }
    isKubernetes = kubernetes
    isMainCloud = main
  }

  /// Whether an entry that is meant for a setting holds in this one.
  func allows(_ context: String?) -> Bool {
    switch context {
    case "kubernetes": isKubernetes
    case "kubernetes-only": isKubernetes && !isMainCloud
    case "not-kubernetes": !isKubernetes
    case "cloud": isMainCloud || !isKubernetes
    default: true
    }
  }
}
