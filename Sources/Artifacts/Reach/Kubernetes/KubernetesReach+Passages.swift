extension KubernetesReach {
  /// Everything in one network, from each end to each other.
  package func passages(_ filter: ReachFilter) -> [Connection] {
    networks.flatMap { network in
      var pass = NetworkPass(reach: self, network: network)
      return pass.passages(filter)
    }
  }

  package func endpoints(includesUnknown: Bool) -> [Endpoint] {
    let workloads = networks.flatMap(\.workloads).map(\.endpoint)
    let addresses = (sources + destinations).map { Endpoint(.addresses, name: $0.description) }
    let others = includesUnknown ? named.map(\.endpoint) + [Self.entireCluster] : []
    var seen: Set<Endpoint> = []
    return (workloads + entrances.map(\.endpoint) + others + addresses).filter { seen.insert($0).inserted }
  }

  /// A pod that nothing is known of: no labels, in a namespace that no rule names.
  static let stranger = ClusterPod(namespace: "", namespaceLabels: [:], labels: [:])
  /// Policies of others are not among the files: what such a pod may do is taken as allowed.
  static func isOutsideFiles(_ pod: ClusterPod) -> Bool {
    pod == stranger || IngressController.pods.contains(pod)
  }
  static let entireCluster = Endpoint(.network, name: "entire cluster")
}
