import HCL
import Reach
import ResourceGraph

/// Reads the rules of groups and of filters.
struct RuleReader {
  let lookup: ConfigurationLookup
  let book: NetworkBook
  private(set) var notes: [String] = []

  init(lookup: ConfigurationLookup, book: NetworkBook) {
    self.lookup = lookup
    self.book = book
  }

  /// The rules that a group or filter holds in blocks.
  mutating func rules(in holder: RuleHolder, of resource: Resource) -> CloudRules {
    CloudRules(
      incoming: blocks(holder.incoming, of: resource), outgoing: blocks(holder.outgoing, of: resource))
  }

  private mutating func blocks(_ name: String, of resource: Resource) -> [CloudRule] {
    var rules: [CloudRule] = []
    for (index, block) in lookup.values(name, of: resource).enumerated() {
      let title = "\(resource.blockAddress) \(name)[\(index)]"
      if let rule = rule(block, named: title, of: resource, path: "\(name).") { rules.append(rule) }
    }
    return rules
  }

  /// One rule by its arguments; nil where it is about another protocol.
  /// - Parameters:
  ///   - holder: the group or filter that has it.
  ///   - resource: what the rule is by itself; nil for a block of the holder.
  ///   - path: what stands before its arguments in the holder.
  mutating func rule(
    _ block: Value, named title: String, of holder: Resource, at resource: Resource? = nil,
    path: String = ""
  ) -> CloudRule? {
    guard !block.isUnknown else {
      notes.append("\(title) is known only when it is applied, so what it lets through is not here.")
      return nil
    }
    let arguments = book.rule
    guard let traffic = traffic(block, named: title) else { return nil }
    var rule = CloudRule(name: title, traffic: traffic, range: resource?.range ?? holder.range)
    for value in Self.values(arguments.ranges, in: block) {
      if let peer = value.text.flatMap(AddressRange.init(block:)) {
        rule.peers.append(peer)
      } else if value.text.map({ !$0.contains(":") }) ?? true {
        notes.append("A block of addresses of \(title) is known only when it is applied.")
      }
    }
    for name in arguments.groups {
      for value in Self.values([name], in: block) {
        let group = lookup.resource(for: value, at: path + name, of: resource ?? holder) {
          book.groups[$0] != nil
        }
        if let group {
          rule.groups.insert(group.address)
        } else {
          notes.append("\(title) names a group that is not among the files.")
        }
      }
    }
    for value in Self.values(arguments.lists, in: block) {
      let list = arguments.lists.compactMap {
        lookup.resource(for: value, at: path + $0, of: resource ?? holder) { book.lists[$0] != nil }
      }.first
      let blocks = list.flatMap { list in book.lists[list.type].map { lookup.values($0, of: list) } } ?? []
      rule.peers += blocks.compactMap { $0.text.flatMap(AddressRange.init(block:)) }
      if blocks.isEmpty { notes.append("\(title) names a list of addresses that is not among the files.") }
    }
    if block[arguments.itself] == .bool(true) { rule.groups.insert(holder.address) }
    rule.number =
      Self.values(arguments.number, in: block).first.flatMap { $0.number.flatMap { Int(exactly: $0) } } ?? 0
    if let action = Self.values(arguments.action, in: block).first?.text {
      rule.allows = action.lowercased() == "allow"
    }
    return rule
  }

  private mutating func traffic(_ block: Value, named title: String) -> Traffic? {
    let given = Self.values(book.rule.protocol, in: block).first
    guard
      let text = given?.text.map({ $0.lowercased() })
        ?? given?.number.flatMap({ Int(exactly: $0) }).map({ "\($0)" })
    else {
      notes.append("The protocol of \(title) is not known, so what it lets through is not here.")
      return nil
    }
    guard let known = book.protocols[text] else { return nil }
    if known == "all" { return .all }
    guard let transport = TransportProtocol(rawValue: known) else { return nil }
    func port(_ name: String) -> Int? { block[name]?.number.flatMap { Int(exactly: $0) } }
    guard let first = port(book.rule.first), let last = port(book.rule.last) else {
      notes.append("The ports of \(title) are not known, so what it lets through is not here.")
      return nil
    }
    return Traffic(transport, ports: PortSet(from: first, to: last))
  }

  private static func values(_ names: [String], in block: Value) -> [Value] {
    names.compactMap { block[$0] }.flatMap { $0.elements ?? [$0] }.filter {
      !$0.isNull && $0.text != ""
    }
  }
}
