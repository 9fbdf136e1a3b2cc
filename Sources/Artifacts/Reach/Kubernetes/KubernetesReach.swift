import Basics
import Manifests

/// Who reaches whom among the workloads of a cluster: its networks, policies, services and what lets requests in. Ranges
/// of addresses outside are split as far as policies tell them apart. Pods of policies' blocks of addresses are not
/// looked for: what addresses pods have is not in files.
package struct KubernetesReach: NetworkModel {
  package let notes: [String]
  var networks: [ClusterNetwork]
  let entrances: [Entrance]
  let services: [ClusterService]
  /// Outside addresses, as policies tell apart who comes in and who is gone out to.
  let sources: [AddressRange]
  let destinations: [AddressRange]
  /// Whom some rule names by labels, whether it is among the files or not.
  let named: [NamedPods]
  let policies: [TrafficPolicy]

  package init(_ manifests: [Manifest]) {
    let namespaces = ClusterNamespaces(manifests)
    var policyReader = PolicyReader()
    var adminReader = AdminPolicyReader()
    var entranceReader = EntranceReader(manifests)
    var policies: [TrafficPolicy] = []
    var entrances: [Entrance] = []
    for manifest in manifests {
      switch manifest.kind {
      case "NetworkPolicy" where manifest.apiVersion.hasPrefix("networking.k8s.io/"), "MultiNetworkPolicy":
        policies += policyReader.read(manifest)
      case "AdminNetworkPolicy", "BaselineAdminNetworkPolicy", "ClusterNetworkPolicy":
        if let policy = adminReader.read(manifest) { policies.append(policy) }
      default: entrances += entranceReader.read(manifest)
      }
    }
    let workloads = WorkloadReader(namespaces: namespaces).workloads(manifests)
    self.entrances = entrances
    self.policies = policies
    services = manifests.filter { $0.kind == "Service" }.map(ClusterService.init)
    sources = AddressPartition(policies.flatMap { Self.blocks($0.ingress) }).parts
    destinations = AddressPartition(policies.flatMap { Self.blocks($0.egress) }).parts
    networks = Self.networks(
      of: workloads, reader: NetworkReader(namespaces: namespaces), manifests: manifests, policies: policies)
    named = Self.named(by: policies, namespaces: namespaces)
    notes =
      policyReader.notes + adminReader.notes + entranceReader.notes
      + Self.hostNotes(workloads, policies: policies) + Self.otherPolicies(manifests)
  }

  private static func blocks(_ rules: [TrafficRule]?) -> [AddressRange] {
    (rules ?? []).flatMap { $0.peers ?? [] }.flatMap { peer -> [AddressRange] in
      if case .addresses(let range, let except) = peer { [range] + except } else { [] }
    }
  }

  private static func networks(
    of workloads: [ClusterWorkload], reader: NetworkReader, manifests: [Manifest], policies: [TrafficPolicy]
  ) -> [ClusterNetwork] {
    let primaries = reader.primaries(manifests)
    let secondaries = reader.secondaries(manifests)
    let first = PolicyOrder(policies.filter { $0.attachment == nil })
    let groups = Dictionary(grouping: workloads) { primaries[$0.namespace] ?? podNetwork }
    var networks = groups.sorted {
      $0.key == podNetwork ? $1.key != podNetwork : $1.key != podNetwork && $0.key < $1.key
    }.map {
      ClusterNetwork(title: $0.key, workloads: $0.value, policies: first, leadsOutside: true)
    }
    for title in Set(secondaries.values).sorted() {
      let names = Set(secondaries.filter { $0.value == title }.keys)
      networks.append(
        ClusterNetwork(
          title: title,
          workloads: workloads.filter { $0.variants.contains { !names.isDisjoint(with: $0.attachments) } },
          policies: PolicyOrder(policies.filter { $0.attachment.map(names.contains) ?? false }),
          leadsOutside: false))
    }
    return networks
  }

  /// The title of the network that pods are in where nothing else is said.
  static let podNetwork = "pod network"

  /// Pods as each selection of a rule asks for them: the ends that a rule names, whether they are among the files or not.
  private static func named(by policies: [TrafficPolicy], namespaces: ClusterNamespaces) -> [NamedPods] {
    var seen: Set<PodSelection> = []
    let rules = policies.flatMap { ($0.ingress ?? []) + ($0.egress ?? []) }
    return rules.flatMap { $0.peers ?? [] }.compactMap { peer in
      guard case .pods(let selection) = peer, seen.insert(selection).inserted else { return nil }
      return NamedPods(selection, namespaces: namespaces)
    }
  }

  private static func hostNotes(_ workloads: [ClusterWorkload], policies: [TrafficPolicy]) -> [String] {
    workloads.filter { workload in
      workload.variants.contains { pod in
        pod.isOnHostNetwork && policies.contains { $0.subject.matches(pod) }
      }
    }.map {
      "\($0.endpoint.name) shares its node's network: whether policies govern it is up to the network plugin."
    }
  }

  /// Policies of network plugins, which decide too and are not read.
  private static func otherPolicies(_ manifests: [Manifest]) -> [String] {
    manifests.filter { manifest in
      manifest.kind.hasSuffix("NetworkPolicy")
        && !["networking.k8s.io/", "policy.networking.k8s.io/", "k8s.cni.cncf.io/"]
          .contains(where: manifest.apiVersion.hasPrefix)
        || manifest.kind == "AuthorizationPolicy"
    }.map { "\($0.address) (\($0.apiVersion)) is not looked at; what it allows and stops is not known here." }
  }
}
