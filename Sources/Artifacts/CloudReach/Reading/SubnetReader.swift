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
    let tables = tables()
    let (own, mains) = (ownTables(), mainTables())
    let filters = filters()
    var subnets: [String: CloudSubnet] = [:]
    for (type, entry) in book.subnets {
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        let network = entry.network.map { self.network(of: resource, argument: $0) } ?? "the default network"
        var subnet = CloudSubnet(address: resource.address, network: network)
        subnet.addresses = resource.attributes[entry.range]?.text.flatMap(AddressRange.init(block:))
        if subnet.addresses == nil {
          notes.append("The addresses of \(resource.address) are known only when it is applied.")
        }
        subnet.givesAddresses = entry.addresses.map { resource.attributes[$0] == .bool(true) } ?? false
        if let table = own[resource.address] ?? mains[network] { subnet.routes = tables[table] ?? [] }
        if let filter = filters.of[resource.address], let rules = filters.rules[filter] {
          (subnet.filter, subnet.filterName) = (rules, filter)
        }
        subnets[resource.address] = subnet
      }
    }
    return subnets
  }

  /// The address of the network that a resource is in, or the words that stand for one outside of the files.
  func network(of resource: Resource, argument: String) -> String {
    let found = lookup.resources(argument, of: resource)
    if let network = found.resources.first { return network.address }
    return lookup.values(argument, of: resource).first?.text ?? "a network outside of the files"
  }

  private mutating func tables() -> [String: [CloudSubnet.Route]] {
    var tables: [String: [CloudSubnet.Route]] = [:]
    for (type, entry) in book.tables {
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        let blocks = lookup.values(entry.routes, of: resource)
        tables[resource.address, default: []] += blocks.enumerated().compactMap { index, block in
          route(
            block, named: "\(resource.blockAddress) \(entry.routes)[\(index)]", at: resource,
            path: "\(entry.routes).")
        }
      }
    }
    for (type, entry) in book.routes {
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        guard let route = route(resource.attributes, named: resource.address, at: resource) else { continue }
        for table in entry["table"].map({ lookup.resources($0, of: resource).resources }) ?? [] {
          tables[table.address, default: []].append(route)
        }
      }
    }
    return tables
  }

  /// Nil for a route to what is not modelled, which a note says.
  private mutating func route(
    _ block: Value, named title: String, at resource: Resource, path: String = ""
  ) -> CloudSubnet.Route? {
    let texts = book.route.ranges.compactMap { block[$0]?.text }.filter { !$0.isEmpty }
    let destination = texts.first.flatMap(AddressRange.init(block:))
    guard destination != nil else { return nil }
    for argument in book.route.targets {
      guard let value = block[argument], !value.isNull, value.text != "" else { continue }
      if value.text == "local" { return nil }
      guard let target = lookup.resource(for: value, at: path + argument, of: resource),
        let exit = book.exits[target.type]
      else {
        notes.append("What \(title) leads to is not looked at; who gets further over it is not here.")
        return nil
      }
      return CloudSubnet.Route(
        destination: destination, exit: exit, over: target.address, name: title, range: resource.range)
    }
    return nil
  }

  /// By the address of the subnet: the table that is its own.
  private func ownTables() -> [String: String] {
    var tables: [String: String] = [:]
    for (type, entry) in book.associations {
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        let table = entry["table"].flatMap { lookup.resources($0, of: resource).resources.first }
        for subnet in entry["subnet"].map({ lookup.resources($0, of: resource).resources }) ?? [] {
          tables[subnet.address] = table?.address
        }
      }
    }
    return tables
  }

  /// By the address of the network: the table of subnets without one.
  private func mainTables() -> [String: String] {
    var tables: [String: String] = [:]
    for (type, entry) in book.tables {
      guard let argument = entry.mainOf else { continue }
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        for network in lookup.resources(argument, of: resource).resources {
          tables[network.address] = resource.address
        }
      }
    }
    for (type, entry) in book.mains {
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        let network = entry["network"].map { self.network(of: resource, argument: $0) }
        let table = entry["table"].flatMap { lookup.resources($0, of: resource).resources.first }
        if let network { tables[network] = table?.address }
      }
    }
    return tables
  }

  /// The rules of each filter, and which one stands at the border of each subnet.
  private mutating func filters() -> (rules: [String: CloudRules], of: [String: String]) {
    var rules: [String: CloudRules] = [:]
    var of: [String: String] = [:]
    var reader = RuleReader(lookup: lookup, book: book)
    for (type, holder) in book.filters {
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        rules[resource.address] = reader.rules(in: holder, of: resource)
        for subnet in holder.subnets.map({ lookup.resources($0, of: resource).resources }) ?? [] {
          of[subnet.address] = resource.address
        }
      }
    }
    for (type, entry) in book.filterAssociations {
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        let filter = entry["filter"].flatMap { lookup.resources($0, of: resource).resources.first }
        for subnet in entry["subnet"].map({ lookup.resources($0, of: resource).resources }) ?? [] {
          of[subnet.address] = filter?.address
        }
      }
    }
    for (type, entry) in book.filterRules {
      for resource in lookup.graph.resources(ofType: type) where resource.kind == .managed {
        guard let filter = entry["filter"].flatMap({ lookup.resources($0, of: resource).resources.first }),
          let rule = reader.rule(resource.attributes, named: resource.address, of: filter, at: resource)
        else { continue }
        let isOutgoing = entry["outgoing"].map { resource.attributes[$0] == .bool(true) } ?? false
        rules[filter.address, default: CloudRules()].add(rule, isIncoming: !isOutgoing)
      }
    }
    notes += reader.notes
    if !of.isEmpty {
      notes.append("Filters of subnets are asked for the way there; the ports of answers are not looked at.")
    }
    return (rules, of)
  }
}
