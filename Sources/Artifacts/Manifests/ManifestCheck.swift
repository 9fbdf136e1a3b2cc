import Basics

/// What is wrong between and within objects that reads well as YAML: names, selectors, versions that were removed.
package enum ManifestCheck {
  package static func check(_ manifests: [Manifest]) -> [Diagnostic] {
    var seen: Set<String> = []
    return manifests.flatMap { manifest -> [Diagnostic] in
      var found: [Diagnostic] = []
      if !seen.insert("\(manifest.apiVersion) \(manifest.address)").inserted {
        found.append(
          fault(
            manifest, summary: "Duplicate object",
            detail: "The object is there twice; the later one would replace the first.")
        )
      }
      if !isName(manifest.name) {
        found.append(
          fault(
            manifest, summary: "Invalid name",
            detail:
              "'\(manifest.name)' is not a DNS subdomain name (RFC 1123): lower-case letters, digits, '-' and '.', at most 253."
          ))
      }
      if let successor = removed["\(manifest.apiVersion)/\(manifest.kind)"] {
        found.append(
          fault(
            manifest, summary: "Removed API version",
            detail: "Kubernetes no longer serves \(manifest.apiVersion); use \(successor)."))
      }
      found += selector(manifest)
      return found
    }
  }

  /// API versions that Kubernetes has removed, with what took their place (Kubernetes' deprecation guide).
  private static let removed = [
    "extensions/v1beta1/Deployment": "apps/v1", "apps/v1beta1/Deployment": "apps/v1",
    "apps/v1beta2/Deployment": "apps/v1",
    "extensions/v1beta1/Ingress": "networking.k8s.io/v1",
    "networking.k8s.io/v1beta1/Ingress": "networking.k8s.io/v1",
    "batch/v1beta1/CronJob": "batch/v1", "policy/v1beta1/PodDisruptionBudget": "policy/v1",
    "autoscaling/v2beta1/HorizontalPodAutoscaler": "autoscaling/v2",
    "autoscaling/v2beta2/HorizontalPodAutoscaler": "autoscaling/v2",
    "rbac.authorization.k8s.io/v1beta1/Role": "rbac.authorization.k8s.io/v1",
    "rbac.authorization.k8s.io/v1beta1/ClusterRole": "rbac.authorization.k8s.io/v1",
  ]

  private static func isName(_ name: String) -> Bool {
    name.utf8.count <= 253
      && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
        !label.isEmpty && label.first != "-" && label.last != "-"
          && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
      }
  }

  /// A workload whose selector does not match its own pods is refused by the API server.
  private static func selector(_ manifest: Manifest) -> [Diagnostic] {
    guard ["Deployment", "StatefulSet", "DaemonSet", "ReplicaSet"].contains(manifest.kind) else { return [] }
    guard let wanted = manifest.content["spec"]?["selector"]?["matchLabels"]?.object, !wanted.isEmpty else {
      return [
        fault(
          manifest, summary: "Missing selector", detail: "A \(manifest.kind) needs spec.selector.matchLabels."
        )
      ]
    }
    let labels = manifest.content["spec"]?["template"]?["metadata"]?["labels"]
    let unmatched = wanted.filter { labels?[$0.key] != $0.value }.map(\.key)
    return unmatched.isEmpty
      ? []
      : [
        fault(
          manifest, summary: "Selector matches no pod",
          detail:
            "The labels of spec.template lack \(unmatched.joined(separator: ", ")) as spec.selector asks for it."
        )
      ]
  }

  private static func fault(_ manifest: Manifest, summary: String, detail: String) -> Diagnostic {
    Diagnostic(
      code: "manifest." + summary.lowercased().replacing(" ", with: "-"), summary: summary, detail: detail,
      range: manifest.range, address: manifest.address)
  }
}
