import HCL
import Reach
import ResourceGraph

/// The rules of every group of a configuration.
struct CloudGroups: Sendable {
  private var rules: [String: CloudRules] = [:]
  private(set) var notes: [String] = []

  init(lookup: ConfigurationLookup, book: NetworkBook) {
    var reader = RuleReader(lookup: lookup, book: book)
    for (resource, holder) in lookup.managed(book.groups) {
      rules[resource.address] = reader.rules(in: holder, of: resource)
    }
    for (resource, entry) in lookup.managed(book.groupRules) {
      guard let group = lookup.resources(at: entry.group, of: resource).first,
        let rule = reader.rule(resource.attributes, named: resource.address, of: group, at: resource)
      else { continue }
      let direction = entry.direction ?? entry.directionIn.flatMap { resource.attributes[$0]?.text }
      rules[group.address, default: CloudRules()].add(rule, isIncoming: direction == "ingress")
    }
    notes = reader.notes
  }

  /// The name of the group that what has no other is in.
  static func usual(of network: String) -> String { "usual group of \(network)" }

  /// The rules of a group: of the usual one, all out and whoever is in it in.
  func rules(of group: String) -> CloudRules {
    if let known = rules[group] { return known }
    guard group.hasPrefix("usual group of ") else { return CloudRules() }
    return CloudRules(
      incoming: [CloudRule(name: group, traffic: .all, groups: [group])],
      outgoing: [CloudRule(name: group, traffic: .all, peers: [.everywhere])])
  }

  /// Every block of addresses that some rule names.
  var blocks: [AddressRange] {
    rules.values.flatMap { $0.incoming + $0.outgoing }.flatMap(\.peers)
  }
}

extension CloudRules {
  mutating func add(_ rule: CloudRule, isIncoming: Bool) {
    if isIncoming { incoming.append(rule) } else { outgoing.append(rule) }
  }
}
