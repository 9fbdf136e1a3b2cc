import HCL
import Reach
import ResourceGraph

/// Reads the subnets of a configuration with the routes and filters of each.
struct SubnetReader {
  let lookup: ConfigurationLookup
  let book: NetworkBook
  private(set) var notes: [String] = []

  init(lookup: ConfigurationLookup, book: NetworkBook) {
    self.lookup = lookup
    self.book = book
  }

  /// By the address of the subnet.
  mutating func subnets() -> [String: CloudSubnet] {
    var routes = RouteReader(lookup: lookup, book: book)
    let tables = routes.tables()
    let filters = BorderFilters(lookup: lookup, book: book)
    let (own, mains) = (ownTables(), mainTables())
    var subnets: [String: CloudSubnet] = [:]
    for (resource, entry) in lookup.managed(book.subnets) {
      let network = entry.network.map { self.network(of: resource, argument: $0) } ?? "the default network"
      var subnet = CloudSubnet(address: resource.address, network: network)
      subnet.addresses = resource.attributes[entry.range]?.text.flatMap(AddressRange.init(block:))
      if subnet.addresses == nil {
        notes.append("The addresses of \(resource.address) are known only when it is applied.")
      }
      subnet.givesAddresses = entry.addresses.map { resource.attributes[$0] == .bool(true) } ?? false
      if let table = own[resource.address] ?? mains[network] { subnet.routes = tables[table] ?? [] }
      if let (name, rules) = filters.filter(of: resource.address) {
        (subnet.filter, subnet.filterName) = (rules, name)
      }
      subnets[resource.address] = subnet
    }
    notes += routes.notes + filters.notes
    return subnets
  }

  /// The address of the network that a resource is in, or the words that stand for one outside of the files.
  private func network(of resource: Resource, argument: String) -> String {
    lookup.resources(at: argument, of: resource).first?.address
      ?? lookup.values(argument, of: resource).first?.text ?? "a network outside of the files"
  }

  /// By the address of the subnet: the table that is its own.
  private func ownTables() -> [String: String] {
    var tables: [String: String] = [:]
    for (resource, entry) in lookup.managed(book.associations) {
      let table = lookup.resources(at: entry["table"], of: resource).first
      for subnet in lookup.resources(at: entry["subnet"], of: resource) {
        tables[subnet.address] = table?.address
      }
    }
    return tables
  }

  /// By the address of the network: the table of subnets without one.
  private func mainTables() -> [String: String] {
    var tables: [String: String] = [:]
    for (resource, entry) in lookup.managed(book.tables) {
      for network in lookup.resources(at: entry.mainOf, of: resource) {
        tables[network.address] = resource.address
      }
    }
    for (resource, entry) in lookup.managed(book.mains) {
      guard let argument = entry["network"] else { continue }
      tables[network(of: resource, argument: argument)] =
        lookup.resources(at: entry["table"], of: resource).first?.address
    }
    return tables
  }
}
