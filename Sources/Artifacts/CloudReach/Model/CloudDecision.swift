import Reach

/// What groups and filters let through in one direction, and which rule decided what.
struct CloudDecision: Sendable {
  var traffic: Traffic
  var hops: [Hop]

  /// What the groups of one end let through to or from another.
  /// - Parameters:
  ///   - members: groups of the other end.
  ///   - addresses: of the other end; nil where only apply tells.
  ///   - isOutside: whether these are addresses outside, all of which have to be meant.
  init(
    _ groups: Set<String>, in book: CloudGroups, isIncoming: Bool, addresses: AddressRange?,
    members: Set<String>, isOutside: Bool = false
  ) {
    guard !groups.isEmpty else {
      self.init(traffic: .all, hops: [])
      return
    }
    var traffic = Traffic.none
    var hops: [Hop] = []
    let stage = isIncoming ? "ingress" : "egress"
    for group in groups.sorted() {
      for rule in book.rules(of: group).rules(isIncoming)
      where isOutside ? rule.covers(addresses) : rule.isAbout(addresses, groups: members) {
        traffic = traffic.union(rule.traffic)
        hops.append(
          Hop(stage: stage, rule: rule.name, verdict: .allows, traffic: rule.traffic, range: rule.range))
      }
    }
    if hops.isEmpty {
      let rule = "no rule of \(groups.sorted().joined(separator: ", "))"
      hops = [Hop(stage: stage, rule: rule, verdict: .stops, traffic: .all)]
    }
    self.init(traffic: traffic, hops: hops)
  }

  /// What the filter at a subnet's border lets through: the first rule that fits decides, and what none fits is stopped.
  init(filterOf subnet: CloudSubnet, isIncoming: Bool, addresses: AddressRange?) {
    guard let filter = subnet.filter else {
      self.init(traffic: .all, hops: [])
      return
    }
    var traffic = Traffic.none
    var rest = Traffic.all
    var hops: [Hop] = []
    for rule in filter.rules(isIncoming).sorted(by: { $0.number < $1.number })
    where rule.allows ? rule.isAbout(addresses, groups: []) : rule.covers(addresses) {
      let decided = rest.intersection(rule.traffic)
      guard !decided.isEmpty else { continue }
      if rule.allows { traffic = traffic.union(decided) }
      rest = rest.subtracting(decided)
      hops.append(
        Hop(
          stage: "filter", rule: rule.name, verdict: rule.allows ? .allows : .stops, traffic: decided,
          range: rule.range))
    }
    if traffic.isEmpty {
      hops.append(
        Hop(stage: "filter", rule: "no rule of \(subnet.filterName)", verdict: .stops, traffic: rest))
    }
    self.init(traffic: traffic, hops: hops)
  }

  private init(traffic: Traffic, hops: [Hop]) {
    self.traffic = traffic
    self.hops = hops
  }
}
