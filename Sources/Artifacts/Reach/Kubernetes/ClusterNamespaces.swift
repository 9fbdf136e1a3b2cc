import Basics
import Manifests

/// The labels of namespaces.
struct ClusterNamespaces: Sendable {
  private let given: [String: [String: String]]

  init(_ manifests: [Manifest]) {
    given = Dictionary(
      manifests.filter { $0.kind == "Namespace" }.map {
        ($0.name, $0.content["metadata"]?["labels"]?.labels ?? [:])
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Those that are written, and the one that the API server gives to each.
  func labels(of namespace: String) -> [String: String] {
    var labels = given[namespace] ?? [:]
    labels["kubernetes.io/metadata.name"] = namespace
    return labels
  }

  /// The names of those that are written.
  var names: [String] { given.keys.sorted() }
}
