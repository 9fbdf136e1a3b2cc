import HCL
import Infrastructure

/// Which subnets are public: those whose route table has a route to an internet gateway. A subnet without a table of its
/// own has the network's main one, which is private unless the configuration changes it.
struct SubnetExposure {
  let graph: ResourceGraph

  /// Nil where only apply tells.
  func isPublic(_ subnet: Resource) -> Bool? {
    guard subnet.type == "aws_subnet" else { return nil }
    let tables = graph.referrers(of: subnet).filter { $0.type == "aws_route_table_association" }
      .flatMap { targets(of: $0, type: "aws_route_table") }
    if tables.isEmpty {
      let changesMain = ["aws_default_route_table", "aws_main_route_table_association"].contains {
        !graph.resources(ofType: $0).isEmpty
      }
      return changesMain ? nil : false
    }
    return tables.contains(where: leadsOut)
  }

  /// Whether the resource stands in at least one subnet of the kind and in none of the other; nil where that is not known.
  func isIn(public wanted: Bool, _ resource: Resource) -> Bool? {
    let subnets = targets(of: resource, type: "aws_subnet")
    guard !subnets.isEmpty else { return false }
    let kinds = subnets.map(isPublic)
    guard !kinds.contains(nil) else { return nil }
    return kinds.allSatisfy { $0 == wanted }
  }

  private func leadsOut(_ table: Resource) -> Bool {
    if refersToGateway(table) { return true }
    return graph.referrers(of: table).contains { $0.type == "aws_route" && refersToGateway($0) }
  }

  private func refersToGateway(_ resource: Resource) -> Bool {
    !targets(of: resource, type: "aws_internet_gateway").isEmpty
  }

  private func targets(of resource: Resource, type: String) -> [Resource] {
    let names = graph.targets(of: resource)
    return graph.resources(ofType: type).filter {
      $0.kind != .data && (names.contains($0.blockAddress) || names.contains($0.address))
    }
  }
}
