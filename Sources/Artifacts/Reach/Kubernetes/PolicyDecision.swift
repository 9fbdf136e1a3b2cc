/// What policies let through in one direction, and which rule decided what.
struct PolicyDecision: Sendable {
  var traffic: Traffic
  var hops: [Hop]
}

/// Decides by policies: those of the cluster first, then those of namespaces, then the baseline.
struct PolicyOrder: Sendable {
  private let admin: [TrafficPolicy]
  private let namespaced: [TrafficPolicy]
  private let baseline: [TrafficPolicy]

  private init(admin: [TrafficPolicy], namespaced: [TrafficPolicy], baseline: [TrafficPolicy]) {
    self.admin = admin
    self.namespaced = namespaced
    self.baseline = baseline
  }

  init(_ policies: [TrafficPolicy]) {
    func priority(_ policy: TrafficPolicy) -> Int? {
      if case .admin(let priority) = policy.tier { priority } else { nil }
    }
    admin = policies.filter { priority($0) != nil }.sorted {
      (priority($0) ?? 0, $0.name) < (priority($1) ?? 0, $1.name)
    }
    namespaced = policies.filter { $0.tier == .namespace }
    baseline = policies.filter { $0.tier == .baseline }
  }

  /// Every selection of pods that a subject or a peer is: pods that these cannot tell apart are decided alike.
  var selections: [PodSelection] {
    var seen: Set<PodSelection> = []
    let policies = admin + namespaced + baseline
    let peers = policies.flatMap { ($0.ingress ?? []) + ($0.egress ?? []) }.flatMap { $0.peers ?? [] }
    let selected = peers.compactMap { peer -> PodSelection? in
      if case .pods(let selection) = peer { selection } else { nil }
    }
    return (policies.map(\.subject) + selected).filter { seen.insert($0).inserted }
  }

  /// Whether some rule knows ports by name.
  var namesPorts: Bool {
    (admin + namespaced + baseline).contains { policy in
      ((policy.ingress ?? []) + (policy.egress ?? [])).contains(where: \.namesPorts)
    }
  }

  /// The policies that govern a pod in one direction.
  func governing(_ subject: ClusterPod, direction: Direction) -> PolicyOrder {
    func own(_ policies: [TrafficPolicy]) -> [TrafficPolicy] {
      policies.filter { $0.rules(direction) != nil && $0.subject.matches(subject) }
    }
    return PolicyOrder(admin: own(admin), namespaced: own(namespaced), baseline: own(baseline))
  }

  /// What gets between a pod that all of them govern and another party in one direction.
  /// - Parameter ports: those of the pod that is reached; names of ports are theirs.
  func decide(_ direction: Direction, party: Party, ports: [ClusterPod.Port]) -> PolicyDecision {
    var pass = Pass(direction: direction, party: party, ports: ports)
    for policy in admin { pass.take(policy) }
    pass.resumePassed()
    if !namespaced.isEmpty {
      pass.takeAll(namespaced)
    } else {
      for policy in baseline { pass.take(policy) }
      pass.allowRest()
    }
    return PolicyDecision(traffic: pass.allowed, hops: pass.hops)
  }

  /// One way through the policies.
  private struct Pass {
    let direction: Direction
    let party: Party
    let ports: [ClusterPod.Port]
    var allowed = Traffic.none
    var open = Traffic.all
    var passed = Traffic.none
    var hops: [Hop] = []

    init(direction: Direction, party: Party, ports: [ClusterPod.Port]) {
      self.direction = direction
      self.party = party
      self.ports = ports
    }

    mutating func note(_ rule: String, verdict: Hop.Verdict, traffic: Traffic, policy: TrafficPolicy? = nil) {
      hops.append(
        Hop(
          stage: direction.rawValue, rule: rule, verdict: verdict, traffic: traffic, range: policy?.range))
    }

    /// Rule by rule; the first that is about some traffic decides on it.
    mutating func take(_ policy: TrafficPolicy) {
      for rule in policy.rules(direction) ?? [] where party.isAmong(rule.peers) {
        let traffic = rule.traffic(to: ports).intersection(open)
        guard !traffic.isEmpty else { continue }
        open = open.subtracting(traffic)
        let verdict: Hop.Verdict
        switch rule.action {
        case .allow:
          allowed = allowed.union(traffic)
          verdict = .allows
        case .deny: verdict = .stops
        case .pass:
          passed = passed.union(traffic)
          verdict = .passes
        }
        note("\(policy.name) \(rule.label)", verdict: verdict, traffic: traffic, policy: policy)
      }
    }

    mutating func resumePassed() {
      open = open.union(passed)
      passed = .none
    }

    /// What one of them allows gets through, the rest does not.
    mutating func takeAll(_ policies: [TrafficPolicy]) {
      guard !open.isEmpty else { return }
      for policy in policies {
        for rule in policy.rules(direction) ?? [] where party.isAmong(rule.peers) {
          let traffic = rule.traffic(to: ports).intersection(open)
          guard !traffic.isEmpty else { continue }
          allowed = allowed.union(traffic)
          note("\(policy.name) \(rule.label)", verdict: .allows, traffic: traffic, policy: policy)
        }
      }
      let rest = open.subtracting(allowed)
      guard !rest.isEmpty else { return }
      let names = policies.map(\.name).joined(separator: ", ")
      note("no rule of \(names)", verdict: .stops, traffic: rest, policy: policies.first)
    }

    mutating func allowRest() {
      guard !open.isEmpty else { return }
      allowed = allowed.union(open)
      note("no policy", verdict: .allows, traffic: open)
    }
  }
}
