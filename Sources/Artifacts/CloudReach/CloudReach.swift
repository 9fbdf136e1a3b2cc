import Reach
import ResourceGraph

/// Who reaches whom among what stands in the networks of a cloud: routes, groups, filters at the borders of subnets, and addresses of
/// the internet. Addresses outside are split as far as rules tell them apart.
package struct CloudReach: NetworkModel {
  package let notes: [String]
  let workloads: [CloudWorkload]
  let groups: CloudGroups
  /// Addresses outside, in parts that every rule treats alike.
  let outside: [AddressRange]

  /// - Parameter graph: read with `NetworkBook.computedNames` for what only apply can tell.
  package init(_ graph: ResourceGraph, book: NetworkBook) {
    let lookup = ConfigurationLookup(graph: graph)
    var subnetReader = SubnetReader(lookup: lookup, book: book)
    let subnets = subnetReader.subnets()
    let groups = CloudGroups(lookup: lookup, book: book)
    var reader = CloudWorkloadReader(lookup: lookup, book: book, subnets: subnets)
    var kinds: [CloudPlace: Int] = [:]
    workloads = reader.workloads().map { workload in
      var workload = workload
      workload.kind = kinds[workload.place] ?? kinds.count
      kinds[workload.place] = workload.kind
      return workload
    }
    self.groups = groups
    let filtered = subnets.values.compactMap(\.filter).flatMap { $0.incoming + $0.outgoing }.flatMap(\.peers)
    // What a network has as its own, and what is private by convention, comes from no internet.
    let own = subnets.values.compactMap(\.addresses)
    let routed = subnets.values.flatMap(\.routes).compactMap(\.destination)
    let isInside = { (part: AddressRange) in (own + Self.privateBlocks).contains { $0.contains(part) } }
    outside = AddressPartition((groups.blocks + filtered + routed).filter { !isInside($0) }).parts
      .filter { !isInside($0) }
    let unmodelled = book.unmodelled.flatMap { graph.resources(ofType: $0) }.filter { $0.kind == .managed }
      .map { "\($0.address) is not modelled; what it lets through or stops is not here." }
    let all = subnetReader.notes + groups.notes + reader.notes + unmodelled
    var seen: Set<String> = []
    notes = all.sorted().filter { seen.insert($0).inserted }
  }

  /// RFC 1918 and RFC 6598.
  private static let privateBlocks = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]
    .compactMap(AddressRange.init(block:))

  package func endpoints(includesUnknown: Bool) -> [Endpoint] {
    var seen: Set<String> = []
    let ends = workloads.filter { seen.insert($0.name).inserted }.map { Endpoint(.workload, name: $0.name) }
    return ends + outside.map { Endpoint(.addresses, name: $0.description) }
  }

  package func passages(_ filter: ReachFilter) -> [Connection] {
    var way = CloudWay(groups: groups)
    var found: [Connection] = []
    for from in workloads where filter.admits(from: Endpoint(.workload, name: from.name)) {
      for to in workloads where to.name != from.name && filter.admits(to: Endpoint(.workload, name: to.name))
      {
        if let connection = way.connection(from: from, to: to) { found.append(connection) }
      }
      for part in outside where filter.admits(to: Endpoint(.addresses, name: part.description)) {
        if let connection = way.connection(of: from, outside: part, isIncoming: false) {
          found.append(connection)
        }
      }
    }
    for part in outside where filter.admits(from: Endpoint(.addresses, name: part.description)) {
      for to in workloads where filter.admits(to: Endpoint(.workload, name: to.name)) {
        if let connection = way.connection(of: to, outside: part, isIncoming: true) {
          found.append(connection)
        }
      }
    }
    return Self.merged(found)
  }

  /// Copies of one block are one end: what one of them can.
  private static func merged(_ connections: [Connection]) -> [Connection] {
    var order: [[String]] = []
    var by: [[String]: Connection] = [:]
    for connection in connections {
      let key = [connection.network, connection.from.name, connection.to.name]
      guard let known = by[key] else {
        order.append(key)
        by[key] = connection
        continue
      }
      var joined = known.traffic.isEmpty ? connection : known
      joined.traffic = known.traffic.union(connection.traffic)
      by[key] = joined
    }
    return order.compactMap { by[$0] }
  }
}
