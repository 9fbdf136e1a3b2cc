import Manifests
import Reach

/// A small cluster as text.
struct Cluster {
  let model: KubernetesReach

  init(_ text: String) {
    model = KubernetesReach(ManifestReader.read(text, file: "cluster.yaml").manifests)
  }

  /// `web -> db: TCP 5432`, names without kind and namespace.
  func lines(_ filter: ReachFilter = ReachFilter()) -> [String] {
    model.passages(filter).filter { !$0.traffic.isEmpty }.map {
      "\(Self.short($0.from)) -> \(Self.short($0.to)): \($0.traffic)"
    }
  }

  private static func short(_ end: Endpoint) -> String {
    end.kind == .workload ? String(end.name.split(separator: "/").last ?? "") : end.name
  }

  /// A deployment of one label `app`.
  static func workload(_ name: String, namespace: String = "shop", ports: String = "", spec: String = "")
    -> String
  {
    """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: \(name), namespace: \(namespace)}
    spec:
      selector: {matchLabels: {app: \(name)}}
      template:
        metadata: {labels: {app: \(name)}}
        spec: {containers: [{name: main, image: "registry.example/\(name):1", ports: [\(ports)]}]\(spec)}

    """
  }

  static func policy(_ name: String, spec: String, namespace: String = "shop") -> String {
    """
    ---
    apiVersion: networking.k8s.io/v1
    kind: NetworkPolicy
    metadata: {name: \(name), namespace: \(namespace)}
    spec: \(spec)

    """
  }
}
