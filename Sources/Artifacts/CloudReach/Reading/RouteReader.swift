import HCL
import Reach
import ResourceGraph

/// Reads the routes of every table.
struct RouteReader {
  let lookup: ConfigurationLookup
  let book: NetworkBook
  private(set) var notes: [String] = []

  init(lookup: ConfigurationLookup, book: NetworkBook) {
    self.lookup = lookup
    self.book = book
  }

  /// By the address of the table.
  mutating func tables() -> [String: [CloudSubnet.Route]] {
    var tables: [String: [CloudSubnet.Route]] = [:]
    for (resource, entry) in lookup.managed(book.tables) {
      for (index, block) in lookup.values(entry.routes, of: resource).enumerated() {
        let route = route(
          block, named: "\(resource.blockAddress) \(entry.routes)[\(index)]", at: resource,
          path: "\(entry.routes).")
        if let route { tables[resource.address, default: []].append(route) }
      }
    }
    for (resource, entry) in lookup.managed(book.routes) {
      guard let route = route(resource.attributes, named: resource.address, at: resource) else { continue }
      for table in lookup.resources(at: entry["table"], of: resource) {
        tables[table.address, default: []].append(route)
      }
    }
    return tables
  }

  /// Nil for a route to what is not modelled, which a note says.
  private mutating func route(
    _ block: Value, named title: String, at resource: Resource, path: String = ""
  ) -> CloudSubnet.Route? {
    let texts = book.route.ranges.compactMap { block[$0]?.text }.filter { !$0.isEmpty }
    guard let destination = texts.first.flatMap(AddressRange.init(block:)) else { return nil }
    for argument in book.route.targets {
      guard let value = block[argument], !value.isNull, value.text != "" else { continue }
      if value.text == "local" { return nil }
      let target = lookup.resource(for: value, at: path + argument, of: resource) {
        book.isTarget($0, of: argument)
      }
      guard let target, let exit = book.exits[target.type] else {
        notes.append("What \(title) leads to is not looked at; who gets further over it is not here.")
        return nil
      }
      return CloudSubnet.Route(
        destination: destination, exit: exit, over: target.address, name: title, range: resource.range)
    }
    return nil
  }
}
