import HCL
import ResourceGraph

/// Which subnets lead to the internet: those with a route table that has a route to a gateway. The types of a cloud's gateways
/// and associations come with the claim. A subnet without a table of its own has the network's main one, which leads nowhere
/// unless the configuration changes it.
struct SubnetExposure {
  let graph: ResourceGraph
  /// The type of what leads out.
  let gateway: String
  /// The type that joins a subnet and a route table.
  let association: String
  /// Types that change the network's main table.
  let mains: [String]

  /// Nil where only apply tells.
  func leadsOut(_ subnet: Resource) -> Bool? {
    let tables = graph.referrers(of: subnet).filter { $0.type == association }
      .flatMap(targets).filter { $0.blockAddress != subnet.blockAddress }
    guard !tables.isEmpty else {
      return mains.contains { !graph.resources(ofType: $0).isEmpty } ? nil : false
    }
    return tables.contains { table in
      refersToGateway(table) || graph.referrers(of: table).contains(where: refersToGateway)
    }
  }

  /// Whether the resource stands in at least one subnet and every one of them is of the kind; nil where that is not known.
  func stands(_ resource: Resource, inSubnetsOf type: String, leadingOut wanted: Bool) -> Bool? {
    let subnets = targets(of: resource).filter { $0.type == type }
    guard !subnets.isEmpty else { return false }
    let kinds = subnets.map(leadsOut)
    guard !kinds.contains(nil) else { return nil }
    return kinds.allSatisfy { $0 == wanted }
  }

  private func refersToGateway(_ resource: Resource) -> Bool {
    targets(of: resource).contains { $0.type == gateway }
  }

  private func targets(of resource: Resource) -> [Resource] {
    graph.resources(named: graph.targets(of: resource)).filter { $0.kind != .data }
  }
}
