import Reach

/// What stands in subnets. Those that nothing tells apart are one.
struct CloudWorkload: Hashable, Sendable {
  /// The block's address, whatever the number of its copies.
  var name: String
  var place: CloudPlace
  /// The same for all that stand alike, so that a pair of kinds is decided once.
  var kind = 0
}

/// Where something stands and what it listens to: all that decides who reaches it.
struct CloudPlace: Hashable, Sendable {
  var subnets: [CloudSubnet]
  /// Addresses of groups; empty where no group filters.
  var groups: Set<String>
  /// Whether it has an address of the internet.
  var hasAddress: Bool
  var listens: Traffic
}
