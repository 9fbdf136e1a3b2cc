/// How rules are written: which arguments hold ports, protocols and peers.
struct RuleArguments: Sendable, Decodable {
  let first: String
  let last: String
  let `protocol`: [String]
  let ranges: [String]
  let groups: [String]
  let itself: String
  let lists: [String]
  let otherRanges: [String]
  let number: [String]
  let action: [String]

  enum CodingKeys: String, CodingKey {
    case first, last, ranges, groups, itself, lists, number, action
    case `protocol` = "protocol"
    case otherRanges = "other-ranges"
  }
}

/// A type that holds rules in blocks: a group, or a filter with the subnets it is of.
struct RuleHolder: Sendable, Decodable {
  let network: String?
  let subnets: String?
  let incoming: String
  let outgoing: String
}

/// A type that is one rule of a group.
struct GroupRuleType: Sendable, Decodable {
  let group: String
  /// `ingress` or `egress`; nil where an argument says it.
  let direction: String?
  let directionIn: String?

  enum CodingKeys: String, CodingKey {
    case group, direction
    case directionIn = "direction-in"
  }
}
