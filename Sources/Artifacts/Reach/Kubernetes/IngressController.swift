import Manifests

/// The pods that controllers of ingresses run as, by the names and labels of their published manifests and charts.
enum IngressController {
  /// Namespace, and `app.kubernetes.io/name` of the pods.
  private static let published = [
    ("ingress-nginx", "ingress-nginx"), ("nginx-ingress", "nginx-ingress"), ("traefik", "traefik"),
    ("haproxy-controller", "kubernetes-ingress"), ("projectcontour", "contour"), ("kong", "ingress"),
    ("istio-ingress", "istio-ingress"), ("envoy-gateway-system", "envoy"), ("openshift-ingress", "router"),
  ]

  /// One pod for each of them.
  static let pods: [ClusterPod] = published.map { namespace, name in
    var namespaceLabels = ["kubernetes.io/metadata.name": namespace, "name": namespace]
    if namespace == "openshift-ingress" {
      // OpenShift's way to name its routers in policies.
      namespaceLabels["network.openshift.io/policy-group"] = "ingress"
      namespaceLabels["policy-group.network.openshift.io/ingress"] = ""
    }
    return ClusterPod(
      namespace: namespace, namespaceLabels: namespaceLabels,
      labels: [
        "app.kubernetes.io/name": name, "app.kubernetes.io/instance": namespace,
        "app.kubernetes.io/component": "controller",
      ])
  }

  /// Whether the labels are those of such a controller and of nothing else that is known: every label that is given is one
  /// of its own, and at least one tells it from others.
  static func isNamed(by labels: [String: String], namespaceLabels: [String: String]) -> Bool {
    pods.contains { pod in
      let (own, spaces) = (labels, namespaceLabels)
      guard own.allSatisfy({ pod.labels[$0.key] == $0.value }),
        spaces.allSatisfy({ pod.namespaceLabels[$0.key] == $0.value })
      else { return false }
      return !spaces.isEmpty || own["app.kubernetes.io/name"] != nil
    }
  }
}
