/// One network, worked through once. Pods that policies cannot tell apart are decided once.
struct NetworkPass {
  let reach: KubernetesReach
  let network: ClusterNetwork

  private struct Key: Hashable {
    var direction: Direction
    var subject: Int
    var party: Int
  }

  /// What policies see of a party.
  private enum Look: Hashable {
    case pod(selected: [Bool], ports: [ClusterPod.Port], isOutsideFiles: Bool)
    case addresses(AddressRange)
  }

  private struct Subject: Hashable {
    var direction: Direction
    var place: Int
  }

  private let selections: [PodSelection]
  private let namesPorts: Bool
  private var governing: [Subject: PolicyOrder] = [:]
  private var classes: [Look: Int] = [:]
  private var parties: [Party] = []
  private var decisions: [Key: PolicyDecision] = [:]
  private var combinations: [Pair: (traffic: Traffic, hops: [Hop])] = [:]

  private struct Pair: Hashable {
    var from: [Int]
    var to: [Int]
  }

  init(reach: KubernetesReach, network: ClusterNetwork) {
    self.reach = reach
    self.network = network
    selections = network.policies.selections
    namesPorts = network.policies.namesPorts
  }

  /// An end with the classes of what stands there.
  private struct Place {
    var endpoint: Endpoint
    var classes: [Int]
    var pods: [ClusterPod] = []
  }

  mutating func passages(_ filter: ReachFilter) -> [Connection] {
    let workloads = network.workloads.map { workload in
      place(workload.endpoint, pods: workload.variants)
    }
    var others: [Place] = []
    if filter.includesUnknown {
      others = reach.named.map { place($0.endpoint, pods: $0.pods) }
      others.append(place(KubernetesReach.entireCluster, pods: [KubernetesReach.stranger]))
    }
    let sources = network.leadsOutside ? reach.sources.map { place($0) } : []
    let destinations = network.leadsOutside ? reach.destinations.map { place($0) } : []
    var found: [Connection] = []
    for to in workloads where filter.admits(to: to.endpoint) {
      if network.leadsOutside { found += entering(to, filter: filter) }
      for from in sources + workloads + others
      where from.endpoint != to.endpoint && filter.admits(from: from.endpoint) {
        found.append(connection(from, to: to))
      }
    }
    for from in workloads where filter.admits(from: from.endpoint) {
      for to in destinations + others where filter.admits(to: to.endpoint) {
        found.append(connection(from, to: to))
      }
    }
    return found
  }

  private mutating func number(_ party: Party) -> Int {
    let look: Look =
      switch party {
      case .pod(let pod):
        .pod(
          selected: selections.map { $0.matches(pod) }, ports: namesPorts ? pod.ports : [],
          isOutsideFiles: KubernetesReach.isOutsideFiles(pod))
      case .addresses(let range): .addresses(range)
      }
    if let known = classes[look] { return known }
    classes[look] = parties.count
    parties.append(party)
    return parties.count - 1
  }

  private mutating func place(_ endpoint: Endpoint, pods: [ClusterPod]) -> Place {
    return Place(endpoint: endpoint, classes: Array(Set(pods.map { number(.pod($0)) })).sorted(), pods: pods)
  }

  private mutating func place(_ range: AddressRange) -> Place {
    Place(endpoint: Endpoint(.addresses, name: range.description), classes: [number(.addresses(range))])
  }

  private mutating func connection(_ from: Place, to: Place) -> Connection {
    let pair = Pair(from: from.classes, to: to.classes)
    let (traffic, hops) = combinations[pair] ?? combined(pair)
    combinations[pair] = (traffic, hops)
    return Connection(
      network: network.title, from: from.endpoint, to: to.endpoint, traffic: traffic, via: hops)
  }

  /// Of several pods at an end, what one of them can.
  private mutating func combined(_ pair: Pair) -> (traffic: Traffic, hops: [Hop]) {
    var traffic = Traffic.none
    var hops: [Hop] = []
    for from in pair.from {
      for to in pair.to {
        let (out, into) = (egress(from, to: to), ingress(to, from: from))
        traffic = traffic.union(out.traffic.intersection(into.traffic))
        hops += (out.hops + into.hops).filter { !hops.contains($0) }
      }
    }
    return (traffic, hops)
  }

  private mutating func egress(_ from: Int, to: Int) -> PolicyDecision {
    guard case .pod(let pod) = parties[from], !KubernetesReach.isOutsideFiles(pod) else {
      return PolicyDecision(traffic: .all, hops: [])
    }
    return decision(.egress, subject: from, pod: pod, party: to, ports: ports(of: to))
  }

  private mutating func ingress(_ to: Int, from: Int) -> PolicyDecision {
    guard case .pod(let pod) = parties[to], !KubernetesReach.isOutsideFiles(pod) else {
      return PolicyDecision(traffic: .all, hops: [])
    }
    return decision(.ingress, subject: to, pod: pod, party: from, ports: pod.ports)
  }

  private func ports(of party: Int) -> [ClusterPod.Port] {
    if case .pod(let pod) = parties[party] { pod.ports } else { [] }
  }

  private mutating func decision(
    _ direction: Direction, subject: Int, pod: ClusterPod, party: Int, ports: [ClusterPod.Port]
  ) -> PolicyDecision {
    let key = Key(direction: direction, subject: subject, party: party)
    if let known = decisions[key] { return known }
    let own = Subject(direction: direction, place: subject)
    let policies = governing[own] ?? network.policies.governing(pod, direction: direction)
    governing[own] = policies
    let decided = policies.decide(direction, party: parties[party], ports: ports)
    decisions[key] = decided
    return decided
  }

  /// What comes in by the entrances that lead to the workload: as far as their services lead to it and policies let it.
  private mutating func entering(_ to: Place, filter: ReachFilter) -> [Connection] {
    var found: [Endpoint: (traffic: Traffic, hops: [Hop])] = [:]
    var order: [Endpoint] = []
    for entrance in reach.entrances where filter.admits(from: entrance.endpoint) {
      for service in reach.services
      where service.name == entrance.service && service.namespace == entrance.namespace {
        for pod in to.pods where service.leads(to: pod) {
          let offered = service.traffic(by: entrance.port, to: pod)
          guard !offered.isEmpty else { continue }
          if found[entrance.endpoint] == nil { order.append(entrance.endpoint) }
          var entry = found[entrance.endpoint] ?? (.none, [])
          entry.traffic = entry.traffic.union(offered)
          let hop = Hop(
            stage: "service", rule: "\(entrance.rule) by Service/\(service.namespace)/\(service.name)",
            verdict: .allows, traffic: offered, range: entrance.range)
          if !entry.hops.contains(hop) { entry.hops.append(hop) }
          found[entrance.endpoint] = entry
        }
      }
    }
    return order.compactMap { endpoint in
      guard let entry = found[endpoint] else { return nil }
      let (allowed, hops) = admitted(to, as: entry.traffic)
      return Connection(
        network: network.title, from: endpoint, to: to.endpoint,
        traffic: entry.traffic.intersection(allowed), via: entry.hops + hops)
    }
  }

  /// A controller is a pod that nothing is known of, unless rules name one as it is published.
  private mutating func admitted(_ to: Place, as traffic: Traffic) -> (traffic: Traffic, hops: [Hop]) {
    let stranger = combined(Pair(from: [number(.pod(KubernetesReach.stranger))], to: to.classes))
    if !stranger.traffic.intersection(traffic).isEmpty { return stranger }
    for pod in IngressController.pods {
      let known = combined(Pair(from: [number(.pod(pod))], to: to.classes))
      if !known.traffic.intersection(traffic).isEmpty { return known }
    }
    return stranger
  }
}
