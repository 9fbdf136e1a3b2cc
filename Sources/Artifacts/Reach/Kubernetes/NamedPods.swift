import Manifests

/// An end that a rule names by labels: pods that may run, now or later.
struct NamedPods: Sendable {
  let endpoint: Endpoint
  /// One for each way in which the labels can be as the rule asks for.
  let pods: [ClusterPod]

  /// Nil where nothing bears such labels, and where the rule names everybody.
  init?(_ selection: PodSelection, namespaces: ClusterNamespaces) {
    switch selection.namespaces {
    case .named(let name):
      pods = selection.pods.examples.map {
        ClusterPod(namespace: name, namespaceLabels: namespaces.labels(of: name), labels: $0)
      }
    case .selected(let selector):
      guard !(selector.isEmpty && selection.pods.isEmpty) else { return nil }
      pods = selector.examples.flatMap { own in
        selection.pods.examples.map {
          ClusterPod(
            namespace: own["kubernetes.io/metadata.name"] ?? "", namespaceLabels: own, labels: $0)
        }
      }
    }
    guard !pods.isEmpty else { return nil }
    endpoint = Endpoint(.labelled, name: "\(selection)")
  }
}
