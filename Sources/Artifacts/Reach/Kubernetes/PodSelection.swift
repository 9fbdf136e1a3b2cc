import Manifests

/// Which pods a policy or a rule means.
struct PodSelection: Hashable, Sendable {
  enum Namespaces: Hashable, Sendable {
    case named(String)
    case selected(LabelSelector)
  }

  var namespaces: Namespaces
  var pods: LabelSelector

  func matches(_ pod: ClusterPod) -> Bool {
    switch namespaces {
    case .named(let name): guard pod.namespace == name else { return false }
    case .selected(let selector): guard selector.matches(pod.namespaceLabels) else { return false }
    }
    return pods.matches(pod.labels)
  }
}

extension PodSelection: CustomStringConvertible {
  var description: String {
    switch namespaces {
    case .named(let name): "pods [\(pods)] in namespace \(name)"
    case .selected(let selector): "pods [\(pods)] in namespaces [\(selector)]"
    }
  }
}
