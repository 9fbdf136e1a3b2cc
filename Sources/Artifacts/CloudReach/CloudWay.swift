import Reach

/// The way between two ends. What stands in the same subnets and groups is decided once.
struct CloudWay {
  private struct Pair: Hashable {
    let from: Int
    let to: Int
  }

  private struct Passage {
    let network: String
    let traffic: Traffic
    let hops: [Hop]
  }

  let groups: CloudGroups
  private var known: [Pair: Passage?] = [:]

  init(groups: CloudGroups) { self.groups = groups }

  mutating func connection(from: CloudWorkload, to: CloudWorkload) -> Connection? {
    let pair = Pair(from: from.kind, to: to.kind)
    let passage: Passage?
    if let before = known[pair] {
      passage = before
    } else {
      passage = self.passage(from: from.place, to: to.place)
      known[pair] = .some(passage)
    }
    return passage.map {
      Connection(
        network: $0.network, from: Endpoint(.workload, name: from.name),
        to: Endpoint(.workload, name: to.name), traffic: $0.traffic,
        via: Self.telling($0.hops, of: $0.traffic))
    }
  }

  /// Nil where the two stand in networks that nothing joins.
  private func passage(from: CloudPlace, to: CloudPlace) -> Passage? {
    var best: Passage?
    for source in from.subnets {
      for target in to.subnets {
        guard let route = Self.route(from: source, to: target) else { continue }
        let isJoined = source.network != target.network
        // Groups of another network are not known there.
        let out = CloudDecision(
          from.groups, in: groups, isIncoming: false, addresses: target.addresses,
          members: isJoined ? [] : to.groups)
        let into = CloudDecision(
          to.groups, in: groups, isIncoming: true, addresses: source.addresses,
          members: isJoined ? [] : from.groups)
        var parts = [out, into]
        if source.address != target.address {
          parts.append(
            CloudDecision(filterOf: source, isIncoming: false, addresses: target.addresses))
          parts.append(CloudDecision(filterOf: target, isIncoming: true, addresses: source.addresses))
        }
        let traffic = parts.reduce(to.listens) { $0.intersection($1.traffic) }
        let passage = Passage(
          network: source.network, traffic: (best?.traffic ?? .none).union(traffic),
          hops: best.flatMap { $0.traffic.isEmpty ? nil : $0.hops } ?? route + parts.flatMap(\.hops))
        best = passage
      }
    }
    return best
  }

  /// The decisions of routing; empty within one network, nil where there is no way.
  private static func route(from source: CloudSubnet, to target: CloudSubnet) -> [Hop]? {
    if source.network == target.network { return [] }
    guard let there = target.addresses.flatMap(source.route), there.exit == .joined,
      let back = source.addresses.flatMap(target.route), back.exit == .joined, back.over == there.over
    else { return nil }
    return [there, back].map {
      Hop(stage: "route", rule: $0.name, verdict: .allows, traffic: .all, range: $0.range)
    }
  }

  /// The way between what stands in a network and addresses outside of it.
  /// - Parameter isIncoming: whether it is reached from there.
  func connection(of workload: CloudWorkload, outside part: AddressRange, isIncoming: Bool) -> Connection? {
    let place = workload.place
    let ends = [Endpoint(.addresses, name: part.description), Endpoint(.workload, name: workload.name)]
    let (from, to) = isIncoming ? (ends[0], ends[1]) : (ends[1], ends[0])
    var best: Connection?
    for subnet in place.subnets {
      guard let route = subnet.route(to: part),
        (route.exit == .internet && place.hasAddress) || (route.exit == .translated && !isIncoming)
      else { continue }
      let group = CloudDecision(
        place.groups, in: groups, isIncoming: isIncoming, addresses: part, members: [], isOutside: true)
      let filter = CloudDecision(filterOf: subnet, isIncoming: isIncoming, addresses: part)
      let hop = Hop(stage: "route", rule: route.name, verdict: .allows, traffic: .all, range: route.range)
      let traffic = group.traffic.intersection(filter.traffic).intersection(isIncoming ? place.listens : .all)
      let hops = isIncoming ? [hop] + filter.hops + group.hops : group.hops + filter.hops + [hop]
      best = Self.better(
        best,
        than: Connection(
          network: subnet.network, from: from, to: to, traffic: traffic,
          via: Self.telling(hops, of: traffic)))
    }
    if let best { return best }
    let reason =
      !isIncoming
      ? "no route out" : place.hasAddress ? "no route from the internet" : "no address of the internet"
    return place.subnets.first.map { subnet in
      Connection(
        network: subnet.network, from: from, to: to, traffic: .none,
        via: [Hop(stage: "route", rule: reason, verdict: .stops, traffic: .all)])
    }
  }

  /// The decisions that bear on what gets through; all of them where nothing does.
  private static func telling(_ hops: [Hop], of traffic: Traffic) -> [Hop] {
    traffic.isEmpty ? hops : hops.filter { !$0.traffic.intersection(traffic).isEmpty }
  }

  private static func better(_ known: Connection?, than other: Connection) -> Connection {
    guard var known else { return other }
    if known.traffic.isEmpty { return other }
    known.traffic = known.traffic.union(other.traffic)
    return known
  }
}
