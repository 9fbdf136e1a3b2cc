import Manifests

/// Who gets to a pod that a policy governs.
package struct Admission: Sendable {
  package let endpoint: Endpoint
  /// Of the pods at that end, one entry for each kind of them; empty for addresses.
  package let labels: [(pod: [String: String], namespace: [String: String])]
  package let traffic: Traffic
  /// What lets it in.
  package let hop: Hop?

  /// Whether all that stands at the end is an ingress controller as published.
  package var isIngressController: Bool {
    endpoint.kind == .entrance
      || !labels.isEmpty
        && labels.allSatisfy { IngressController.isNamed(by: $0.pod, namespaceLabels: $0.namespace) }
  }
}

extension KubernetesReach {
  /// Who gets to the pods that a policy governs: workloads among the files, whom rules name, anybody else in the cluster, and
  /// addresses outside. Where no workload is among the files, a pod as the policy selects it stands for them.
  /// - Parameter policy: its address, `NetworkPolicy/shop/db`.
  /// - Returns: nil where the policy governs no pod though there are some.
  package func admissions(by policy: String) -> [Admission]? {
    let own = policies.filter { $0.name == policy && $0.attachment == nil }
    let all = networks.flatMap(\.workloads)
    var governed = all.filter { workload in
      workload.variants.contains { pod in own.contains { $0.subject.matches(pod) } }
    }
    var reach = self
    if all.isEmpty, let policy = own.first, case .named(let namespace) = policy.subject.namespaces {
      governed = policy.subject.pods.examples.prefix(1).map { labels in
        ClusterWorkload(
          endpoint: Endpoint(.workload, name: "Pod/\(namespace)/governed"),
          variants: [
            ClusterPod(
              namespace: namespace, namespaceLabels: ["kubernetes.io/metadata.name": namespace],
              labels: labels)
          ])
      }
      reach.networks = [
        ClusterNetwork(
          title: Self.podNetwork, workloads: governed, policies: PolicyOrder(policies), leadsOutside: true)
      ]
    }
    guard !governed.isEmpty else { return nil }
    let ends = Set(governed.map(\.endpoint))
    return ends.sorted { $0.name < $1.name }.flatMap { end in
      reach.passages(ReachFilter(to: end.name, includesUnknown: true))
        .filter { $0.to == end && !$0.traffic.isEmpty }.map(admission)
    }
  }

  private func admission(_ connection: Connection) -> Admission {
    let pods =
      networks.flatMap(\.workloads).first { $0.endpoint == connection.from }?.variants
      ?? named.first { $0.endpoint == connection.from }?.pods ?? []
    return Admission(
      endpoint: connection.from, labels: pods.map { ($0.labels, $0.namespaceLabels) },
      traffic: connection.traffic,
      hop: connection.via.last { $0.stage == Direction.ingress.rawValue && $0.verdict == .allows })
  }
}
