/// Whether the request speaks of AWS, of Kubernetes or of both, which decides what words like "service" mean.
struct Setting: Sendable {
  let isKubernetes: Bool
  let isAWS: Bool

  init(_ request: RequestText, _ lexicon: Lexicon) {
    var kubernetes = false
    var aws = false
    let normals = request.tokens.map(\.normal)
    for start in normals.indices {
      for phrase in lexicon.phrases[normals[start]] ?? [] {
        guard case .cloud(let name) = phrase.meaning, normals[start...].starts(with: phrase.words) else {
          continue
        }
        if name == "kubernetes" { kubernetes = true }
        if name == "aws" { aws = true }
      }
    }
    isKubernetes = kubernetes
    isAWS = aws
  }

  /// Whether an entry that is meant for a setting holds in this one.
  func allows(_ context: String?) -> Bool {
    switch context {
    case "kubernetes": isKubernetes
    case "kubernetes-only": isKubernetes && !isAWS
    case "aws": !isKubernetes
    case "cloud": isAWS || !isKubernetes
    default: true
    }
  }
}
