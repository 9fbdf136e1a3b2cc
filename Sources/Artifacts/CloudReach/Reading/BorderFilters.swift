import HCL
import Reach
import ResourceGraph

/// The filters at the borders of subnets, with their rules.
struct BorderFilters {
  private var rules: [String: CloudRules] = [:]
  /// By the address of the subnet: that of its filter.
  private var filters: [String: String] = [:]
  private(set) var notes: [String] = []

  init(lookup: ConfigurationLookup, book: NetworkBook) {
    var reader = RuleReader(lookup: lookup, book: book)
    for (resource, holder) in lookup.managed(book.filters) {
      rules[resource.address] = reader.rules(in: holder, of: resource)
      for subnet in lookup.resources(at: holder.subnets, of: resource) {
        filters[subnet.address] = resource.address
      }
    }
    for (resource, entry) in lookup.managed(book.filterAssociations) {
      let filter = lookup.resources(at: entry["filter"], of: resource).first
      for subnet in lookup.resources(at: entry["subnet"], of: resource) {
        filters[subnet.address] = filter?.address
      }
    }
    for (resource, entry) in lookup.managed(book.filterRules) {
      guard let filter = lookup.resources(at: entry["filter"], of: resource).first,
        let rule = reader.rule(resource.attributes, named: resource.address, of: filter, at: resource)
      else { continue }
      let isOutgoing = entry["outgoing"].map { resource.attributes[$0] == .bool(true) } ?? false
      rules[filter.address, default: CloudRules()].add(rule, isIncoming: !isOutgoing)
    }
    notes = reader.notes
    if !filters.isEmpty {
      notes.append("Filters of subnets are asked for the way there; the ports of answers are not looked at.")
    }
  }

  /// The filter of a subnet; nil for the usual one, which lets everything through.
  func filter(of subnet: String) -> (name: String, rules: CloudRules)? {
    filters[subnet].flatMap { name in rules[name].map { (name, $0) } }
  }
}
