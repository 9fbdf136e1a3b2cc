import Reach

/// The way between two ends. What stands in the same subnets and groups is decided once.
struct CloudWay {
  private struct Pair: Hashable {
    let from: CloudPlace
    let to: CloudPlace
  }

  private struct Passage {
    let network: String
    let traffic: Traffic
    let hops: [Hop]
  }

  let groups: CloudGroups
  private var known: [Pair: Passage?] = [:]

  init(groups: CloudGroups) { self.groups = groups }

  mutating func connections(from: CloudWorkload, to: CloudWorkload) -> [Connection] {
    let pair = Pair(from: from.place, to: to.place)
    let passage: Passage?
    if let before = known[pair] {
      passage = before
    } else {
      passage = self.passage(from: from.place, to: to.place)
      known[pair] = .some(passage)
    }
    return passage.map {
      [
        Connection(
          network: $0.network, from: Endpoint(.workload, name: from.name),
          to: Endpoint(.workload, name: to.name), traffic: $0.traffic,
          via: Self.telling($0.hops, of: $0.traffic))
      ]
    } ?? []
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

  func connections(fromOutside part: AddressRange, to: CloudWorkload) -> [Connection] {
    var best: Connection?
    for subnet in to.place.subnets {
      guard let route = subnet.route(to: part), route.exit == .internet, to.place.hasAddress else { continue }
      let into = CloudDecision(
        to.place.groups, in: groups, isIncoming: true, addresses: part, members: [], isOutside: true)
      let filter = CloudDecision(filterOf: subnet, isIncoming: true, addresses: part)
      let hop = Hop(stage: "route", rule: route.name, verdict: .allows, traffic: .all, range: route.range)
      let traffic = to.place.listens.intersection(into.traffic).intersection(filter.traffic)
      best = Self.better(
        best,
        than: Connection(
          network: subnet.network, from: Endpoint(.addresses, name: part.description),
          to: Endpoint(.workload, name: to.name), traffic: traffic,
          via: Self.telling([hop] + filter.hops + into.hops, of: traffic)))
    }
    if best == nil, let subnet = to.place.subnets.first {
      let reason =
        to.place.hasAddress ? "no route from the internet" : "no address of the internet"
      best = Connection(
        network: subnet.network, from: Endpoint(.addresses, name: part.description),
        to: Endpoint(.workload, name: to.name), traffic: .none,
        via: [Hop(stage: "route", rule: reason, verdict: .stops, traffic: .all)])
    }
    return best.map { [$0] } ?? []
  }

  func connections(from: CloudWorkload, toOutside part: AddressRange) -> [Connection] {
    var best: Connection?
    for subnet in from.place.subnets {
      guard let route = subnet.route(to: part),
        route.exit == .translated || (route.exit == .internet && from.place.hasAddress)
      else { continue }
      let out = CloudDecision(
        from.place.groups, in: groups, isIncoming: false, addresses: part, members: [], isOutside: true)
      let filter = CloudDecision(filterOf: subnet, isIncoming: false, addresses: part)
      let hop = Hop(stage: "route", rule: route.name, verdict: .allows, traffic: .all, range: route.range)
      let traffic = out.traffic.intersection(filter.traffic)
      best = Self.better(
        best,
        than: Connection(
          network: subnet.network, from: Endpoint(.workload, name: from.name),
          to: Endpoint(.addresses, name: part.description), traffic: traffic,
          via: Self.telling(out.hops + filter.hops + [hop], of: traffic)))
    }
    if best == nil, let subnet = from.place.subnets.first {
      best = Connection(
        network: subnet.network, from: Endpoint(.workload, name: from.name),
        to: Endpoint(.addresses, name: part.description), traffic: .none,
        via: [Hop(stage: "route", rule: "no route out", verdict: .stops, traffic: .all)])
    }
    return best.map { [$0] } ?? []
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
